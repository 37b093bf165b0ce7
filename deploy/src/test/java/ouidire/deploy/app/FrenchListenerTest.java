package ouidire.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ouidire.analysis.pipeline.MentionAnalysis.Listener.Heard;
import ouidire.analysis.tone.ToneReview;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

class FrenchListenerTest {
  private static final String TEXT = "Bon ben, Boréalis a encore changé son application.";

  private final List<String> looked = new ArrayList<>();
  private final ToneReview review =
      (title, text, reading, tone) -> {
        looked.add(text);
        return new Tone(ToneLabel.NEGATIVE, -0.7, 0.8, tone.evidence());
      };

  private static Mention mention() {
    return SampleMention.of("un").text(TEXT).build().mention();
  }

  @Test
  void theToneOfTheWholeIsLookedAtOnce() {
    Heard heard = new FrenchListener(_ -> List.of(), review).hear(mention(), "fr");
    assertThat(heard.whole().score()).isEqualTo(-0.7);
    assertThat(heard.whole()).isSameAs(heard.whole());
    assertThat(heard.toward("boreal", List.of())).isSameAs(heard.whole());
    assertThat(looked).containsExactly(TEXT);
  }

  @Test
  void whatIsNotFrenchIsNotLookedAt() {
    Heard heard = new FrenchListener(_ -> List.of(), review).hear(mention(), "en");
    assertThat(heard.whole()).isEqualTo(Tone.UNKNOWN);
    assertThat(looked).isEmpty();
  }
}
