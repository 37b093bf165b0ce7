package ouidire.analysis.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxClassifierTest {
  @TempDir Path folder;

  private static OnnxClassifier open(Path model) throws UnusableModelException {
    return OnnxClassifier.open(model, null, List.of());
  }

  private static TinyModel french() {
    return new TinyModel(3).with("plate", 3, 0, 0).with("nickel", 0, 0, 3).with("lundi", 0, 2, 0);
  }

  @Test
  void whatIsUnpackedAndLoadedLiesWhereNobodyElseCouldPutIt() throws Exception {
    try (OnnxClassifier model = open(french().write(folder))) {
      assertThat(model).isNotNull();
      Path natives = Path.of(System.getProperty("DJL_CACHE_DIR"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(natives)))
          .isEqualTo("rwx------");
      assertThat(natives.getFileName().toString())
          .as("a name that cannot be foreseen")
          .matches("ouidire-tokenizers-\\d{10,}");
      try (Stream<Path> all = Files.walk(natives)) {
        assertThat(all.filter(Files::isRegularFile)).as("what was unpacked").isNotEmpty();
      }
    }
  }

  @Test
  void saysWhatTheModelSays() throws Exception {
    try (OnnxClassifier model = open(french().write(folder))) {
      double[][] said =
          model.probabilities(List.of("Nickel !", "c'est plate, plate", "on ouvre lundi"));
      double e3 = Math.exp(3);
      assertThat(said[0][2]).isCloseTo(e3 / (e3 + 2), offset(1e-5));
      assertThat(said[1][0]).isCloseTo(Math.exp(6) / (Math.exp(6) + 2), offset(1e-5));
      assertThat(said[2][1]).isGreaterThan(said[2][0]).isGreaterThan(said[2][2]);
      for (double[] one : said) {
        assertThat(one[0] + one[1] + one[2]).isCloseTo(1, offset(1e-9));
      }
    }
  }

  @Test
  void aTextAloneIsReadAsAmongLongerOnes() throws Exception {
    try (OnnxClassifier model = open(french().write(folder))) {
      double[] alone = model.probabilities(List.of("nickel"))[0];
      double[] among =
          model.probabilities(List.of("nickel", "plate comme un lundi de pluie à Rimouski"))[0];
      assertThat(among).containsExactly(alone, offset(1e-6));
    }
  }

  @Test
  void theModelsOwnLabelsAreRead() throws Exception {
    TinyModel turned =
        new TinyModel(3).with("plate", 0, 0, 3).with("nickel", 3, 0, 0).with("lundi", 0, 2, 0);
    Path model = turned.write(folder);
    Files.writeString(
        folder.resolve("config.json"),
        "{\"id2label\":{\"2\":\"Negative\",\"0\":\"POSITIVE\",\"1\":\"neutral\"}}");
    try (OnnxClassifier opened = open(model)) {
      assertThat(opened.probabilities(List.of("nickel"))[0][2]).isGreaterThan(0.8);
      assertThat(opened.probabilities(List.of("plate"))[0][0]).isGreaterThan(0.8);
    }
  }

  @Test
  void fiveStarsAreThreeTones() throws Exception {
    Path model =
        new TinyModel(5).with("nul", 2, 2, 0, 0, 0).with("top", 0, 0, 0, 2, 2).write(folder);
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"id2label":{"0":"1 star","1":"2 stars","2":"3 stars","3":"4 stars","4":"5 stars"}}
        """);
    try (OnnxClassifier opened = open(model)) {
      double e2 = Math.exp(2);
      assertThat(opened.probabilities(List.of("top"))[0][2])
          .isCloseTo(2 * e2 / (2 * e2 + 3), offset(1e-5));
      assertThat(opened.probabilities(List.of("nul"))[0][0])
          .isCloseTo(2 * e2 / (2 * e2 + 3), offset(1e-5));
    }
  }

  @Test
  void whatIsMissingIsNamedWithItsKey() throws IOException {
    Path nowhere = folder.resolve("absent.onnx");
    assertThatThrownBy(() -> open(nowhere))
        .isInstanceOfSatisfying(
            UnusableModelException.class,
            e ->
                assertThat(e.problem().text(Locale.FRENCH))
                    .contains("tone.model", nowhere.toString(), "donnez"));
    Path model = french().write(folder);
    Files.delete(folder.resolve("tokenizer.json"));
    assertThatThrownBy(() -> open(model))
        .hasMessageContaining("tone.tokenizer")
        .hasMessageContaining("tokenizer.json");
  }

  @Test
  void whatDoesNotFitIsToldBeforeAnyMention() throws IOException {
    Path model = french().write(folder);
    assertThatThrownBy(opening(model, "negative", "positive"))
        .isInstanceOfSatisfying(
            UnusableModelException.class,
            e -> assertThat(e.problem().text(Locale.ENGLISH)).contains("3 outputs", "2 labels"));
    assertThatThrownBy(opening(model, "negative", "so-so", "positive"))
        .isInstanceOfSatisfying(
            UnusableModelException.class,
            e -> assertThat(e.problem().text(Locale.ENGLISH)).contains("so-so", "tone.labels"));
  }

  @ParameterizedTest
  @CsvSource({"model.onnx, model.onnx", "tokenizer.json, model.tokenizer"})
  void filesOfAnotherKindAreToldAsSuch(String broken, String code) throws IOException {
    Path model = french().write(folder);
    Files.writeString(folder.resolve(broken), "<html>404</html>");
    assertThatThrownBy(() -> open(model))
        .isInstanceOfSatisfying(
            UnusableModelException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private static ThrowingCallable opening(Path model, String... labels) {
    return () -> OnnxClassifier.open(model, null, List.of(labels));
  }
}
