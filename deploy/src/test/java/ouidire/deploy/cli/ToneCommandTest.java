package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToneCommandTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void oneLineOfJsonATextWithTheWordsThatDecided() throws Exception {
    assertThat(run("Service nul, jamais livré\n\nBravo, tout est parfait\n", "tone")).isZero();

    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode first = new ObjectMapper().readTree(lines.getFirst());
    assertThat(first.path("label").asText()).isEqualTo("negative");
    JsonNode part = first.path("evidence").get(0);
    assertThat(part.path("words").asText())
        .isEqualTo(
            "Service nul, jamais livré"
                .substring(part.path("start").asInt(), part.path("end").asInt()));
  }

  @Test
  void theToneTowardATarget() throws Exception {
    String text = "J'adore Boréalis, mais Marchand, quelle misère";
    assertThat(run("", "tone", text, "--target", "Marchand")).isZero();
    JsonNode told = new ObjectMapper().readTree(out.toString(UTF_8));
    assertThat(told.path("target").path("label").asText()).isEqualTo("negative");
  }

  @Test
  void aSecondOpinionThatCannotBeHadIsToldWithItsRemedy() throws Exception {
    Path absent = folder.resolve("absent.onnx");
    assertThat(run("", "tone", "Bof.", "--second-opinion", absent.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("tone.model", absent.toString());
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void measuresEachSubject() throws Exception {
    Path tone = rows("label\ttext\npositive\tBravo, parfait !\nnegative\tNul, à fuir\n");
    assertThat(run("", "eval", "tone", tone.toString())).isZero();
    assertThat(json().fieldNames())
        .toIterable()
        .contains(
            "n",
            "accuracy",
            "macro_f1",
            "macro_f1_ci95",
            "per_class",
            "confusion",
            "abstained",
            "texts_per_second");
    out.reset();
    Path kinds = rows("question\tVous ouvrez à quelle heure ?\n-\tVersion 4 disponible\n");
    assertThat(run("", "eval", "kind", kinds.toString())).isZero();
    assertThat(json().path("micro_f1").isNumber()).isTrue();
    out.reset();
    Path flags = rows("none\tBonjour à tous\ninsult\tT'es un pauvre abruti\n");
    assertThat(run("", "eval", "moderation", flags.toString())).isZero();
    assertThat(json().path("flag_precision").asDouble()).isEqualTo(100);
  }

  @Test
  void aWrongRowIsNamedByLineFoundAndExpected() throws Exception {
    Path bad = rows("positive\tBien\nhappy\tBien\n");
    assertThat(run("", "eval", "tone", bad.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("line 2").contains("happy").contains("negative");
    assertThat(out.size()).isZero();
  }

  @Test
  void aModelThatIsNoneIsRefused() throws Exception {
    Path file = rows("no model");
    assertThat(run("", "tone", "bonjour", "--model", file.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains(file.toString());
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString(UTF_8));
  }

  private Path rows(String rows) throws IOException {
    return Files.writeString(folder.resolve("rows.tsv"), rows);
  }

  private int run(String piped, String... arguments) {
    Console console =
        Console.of(
            new ByteArrayInputStream(piped.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            Locale.ENGLISH);
    return Main.run(console, Map.of(), arguments);
  }
}
