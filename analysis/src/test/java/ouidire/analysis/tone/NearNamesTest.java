package ouidire.analysis.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearNamesTest {
  private static final LinearModel MODEL = LinearModel.shipped(ToneScorer.class, "tone-fr.model");

  private static double[] of(String name, String text) {
    return NearNames.of(MODEL, MentionReading.of(null, text), TargetSpans.find(name, text));
  }

  private static double value(String feature, String name, String text) {
    return of(name, text)[Arrays.asList(NearNames.NAMES).indexOf(feature)];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Chez Vélomane on répare vite et bien.",
        "Vélomane répare vite. Les vélos roulent, les gens sourient.",
        "VÉLOMANE EST VRAIMENT UNE BONNE BOUTIQUE"
      })
  void aBrandAloneHasNoneOfThese(String text) {
    assertThat(of("Vélomane", text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Vélomane est génial, contrairement à Pédalix.",
        "Pédalix est nul, Vélomane est génial.",
        "@pedalix vos prix montent, je vais chez Vélomane"
      })
  void anotherNameIsSeen(String text) {
    assertThat(of("Vélomane", text)).hasSize(NearNames.COUNT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "J'adore Vélomane, mais Pédalix est nul.",
        "Vélomane est génial. Pédalix est vraiment nul.",
        "Pédalix est nul, alors que Vélomane est génial."
      })
  void polarWordsGoToTheNearestName(String text) {
    assertThat(value("mine.words", "Vélomane", text)).isPositive();
    assertThat(value("theirs.words", "Vélomane", text)).isNegative();
    assertThat(value("mine.words", "Pédalix", text)).isNegative();
    assertThat(value("theirs.words", "Pédalix", text)).isPositive();
  }

  @Test
  void theOrderOfNamesIsTold() {
    String text = "Vélomane hier, Pédalix demain.";
    assertThat(value("first.name", "Vélomane", text)).isEqualTo(1);
    assertThat(value("last.name", "Vélomane", text)).isZero();
    assertThat(value("first.name", "Pédalix", text)).isZero();
    assertThat(value("last.name", "Pédalix", text)).isEqualTo(1);
  }
}
