package ouidire.core.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.ToneLabel;

class CorrectionTest {
  @Test
  void whatIsKeptIsWhatWasSaid() throws Exception {
    Correction said =
        new Correction(
            ToneLabel.NEUTRAL, Map.of("nordika", ToneLabel.POSITIVE), List.of("press", "rumour"));

    assertThat(Correction.read(json(said.json().toString()))).isEqualTo(said);
    assertThat(Correction.read(json("{}")).isEmpty()).isTrue();
    assertThat(Correction.read(json("{\"kinds\":[]}")).findings()).contains(List.of());
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    assertThatThrownBy(() -> Correction.read(json("{\"tone\":\"angry\"}")))
        .hasMessage("tone: found \"angry\", expected one of negative, neutral, positive");
    assertThatThrownBy(() -> Correction.read(json("{\"toward\":{\"nordika\":\"bof\"}}")))
        .hasMessageContaining("toward.nordika");
    assertThatThrownBy(() -> Correction.read(json("{\"kinds\":[\"gossip\"]}")))
        .hasMessageContaining("gossip");
  }

  @Test
  void aWordRuleIsOfABrandAndOfSomeWords() throws Exception {
    WordRule rule =
        WordRule.read(
            json("{\"brand\":\"pixelune\",\"words\":\" zone  de guerre \",\"tone\":\"neutral\"}"));

    assertThat(rule).isEqualTo(new WordRule("pixelune", "zone de guerre", ToneLabel.NEUTRAL));
    assertThat(WordRule.read(rule.json())).isEqualTo(rule);
    assertThatThrownBy(
            () -> WordRule.read(json("{\"brand\":\"a\",\"words\":\"\",\"tone\":\"neutral\"}")))
        .hasMessageContaining("words");
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
