package ouidire.analysis.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0002',
      value = {
        "X | nordika (rappel OR retrait) -is:retweet lang:fr"
            + " | nordika AND (rappel OR retrait) AND NOT type:repost AND lang:fr | 0",
        "X | \"nordika rappel\"~3 has:images url:lapresse.ca from:marie"
            + " | \"nordika rappel\"~3 AND has:image AND links:lapresse.ca AND author:marie | 0",
        "X | nordika is:verified | nordika | 1",
        "X | nordika OR context:12.3 | nordika | 1",
        "X | nordika (context:12.3 OR -place:x) | nordika | 2",
        "BRANDWATCH | (nordika OR nordik*) NEAR/5f (rappel OR retrait) AND NOT raw:Nordika+"
            + " | (nordika OR nordik*) ONEAR/5 (rappel OR retrait) AND NOT raw:\"Nordika+\" | 0",
        "BRANDWATCH | at_mentions:nordika AND authorFollowers:[100 TO 5000] AND country:fra"
            + " | @nordika AND followers:[100 TO 5000] AND country:FR | 0",
        "BRANDWATCH | nordika AND city:montreal | nordika | 1",
        "TALKWALKER | \"car sharing\"~ AND nordika~1 AND sentiment:negative"
            + " | \"car sharing\" AND nordika AND tone:negative | 2",
        "TALKWALKER | nordika ONEAR/3 rappel AND sourcecountry:ca AND ++\"Nordika Inc.\""
            + " | nordika ONEAR/3 rappel AND country:CA AND raw:\"Nordika Inc.\" | 0",
        "MELTWATER | nordika^10 NEAR rappel | nordika NEAR/4 rappel | 0",
        "MELTWATER | headline:nordika AND (rappel OR casesensitive:X) | title:nordika AND rappel | 1",
        "VISIBRAIN | nordika -rappel @nordika | nordika AND NOT rappel AND @nordika | 0",
      })
  void carriesHabits(Tool tool, String foreign, String ours, int lost) {
    Translation translation = Translation.of(foreign, tool);
    assertThat(translation.query()).isEqualTo(ours);
    assertThat(translation.lost()).hasSize(lost);
  }

  @Test
  void visibrainLinesAreAlternatives() {
    assertThat(Translation.of("nordika rappel\n\nnordika -pub", Tool.VISIBRAIN).query())
        .isEqualTo("(nordika AND rappel) OR (nordika AND NOT pub)");
  }

  @Test
  void whatCannotBeReadIsLost() {
    assertThat(Translation.of("((a", Tool.X).lost()).hasSize(1);
    assertThat(Translation.of("context:1", Tool.X).query()).isEmpty();
    assertThat(Translation.of("a ".repeat(30_000), Tool.X).query()).isEmpty();
  }
}
