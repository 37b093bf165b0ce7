package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aDryRunShowsWhatWasRecognisedAndWritesNothing() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("avis.csv"),
            "Date;Auteur;Verbatim\n02/03/2026 14:05;Lou;Très bon\nhier;Lou;Moyen\n");
    assertThat(run("--dry-run", "--zone", "America/Toronto", file.toString())).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toString(UTF_8));
    assertThat(report.path("columns").path("text").asText()).isEqualTo("Verbatim");
    assertThat(report.path("read").asInt()).isEqualTo(2);
    assertThat(report.path("accepted").asInt()).isEqualTo(1);
    assertThat(report.path("refusals").get(0).asText()).startsWith("line 3: publishedAt");
    assertThat(report.path("mentions").get(0).path("publishedAt").asText())
        .isEqualTo("2026-03-02T19:05:00Z");
    assertThat(folder).isDirectoryNotContaining("glob:**rejected*");
  }

  @Test
  void wrongUsageNamesTheArgumentTheValueAndTheRemedy() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n");
    assertThat(run("--dry-run", file.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("a.csv").contains("--map text=COLUMN");
    err.reset();
    assertThat(run("--dry-run", folder.resolve("absent.csv").toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("absent.csv").contains("no such file");
    err.reset();
    assertThat(run("--dry-run", "--map", "humeur=a", file.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--map").contains("humeur").contains("text, title");
    err.reset();
    assertThat(run("--dry-run", "--zone", "Mars/Olympe", file.toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--zone").contains("Mars/Olympe");
    err.reset();
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("FILE");
    assertThat(out.size()).isZero();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("import"));
    all.addAll(List.of(arguments));
    Console console =
        Console.of(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            Locale.ENGLISH);
    return Main.run(console, Map.of(), all.toArray(String[]::new));
  }
}
