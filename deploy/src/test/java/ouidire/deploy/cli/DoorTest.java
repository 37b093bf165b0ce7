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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.deploy.app.App;

/** What a newcomer meets at the command line: words in their language, counts that are true. */
class DoorTest {
  private static final String TWEETS =
      """
      tweet_id,author,text,date,url
      1764000000000000001,lou,Le sirop Érabelle est bon,2026-03-02 14:05:00,https://x.example/1
      1764000000000000002,lou,Le sirop Monterel aussi,2026-03-03 14:05:00,https://x.example/2
      1764000000000000003,lou,,2026-03-03 14:05:00,https://x.example/3
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theLanguageIsThatOfTheOptionBeforeThatOfTheEnvironment() {
    Path absent = folder.resolve("absent.csv");
    assertThat(run(Locale.ENGLISH, "import", "--dry-run", "--lang", "fr", absent.toString()))
        .isEqualTo(2);
    assertThat(said()).contains("ce fichier n’existe pas").doesNotContain("no such file");
    assertThat(run(Locale.FRENCH, "--lang=en", "import", "--dry-run", absent.toString()))
        .isEqualTo(2);
    assertThat(said()).contains("no such file").doesNotContain("existe");
    assertThat(run(Locale.ENGLISH, "--lang", "de", "import", "--dry-run", absent.toString()))
        .isEqualTo(2);
    assertThat(said()).contains("--lang").contains("de");
  }

  @Test
  void reasonsOfRefusedRowsAreInThatLanguage() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), TWEETS);
    assertThat(run(Locale.FRENCH, "import", "--dry-run", file.toString())).isZero();
    assertThat(json().path("refusals").get(0).asText())
        .isEqualTo("ligne 4 : text : est vide ; donnez un texte ou un titre");
  }

  @Test
  void aMistypedFolderIsSaidAndNotMade() {
    Path typo = folder.resolve("ouidrie");
    for (String[] verb :
        new String[][] {{"dead-letters", "list"}, {"dead-letters", "replay"}, {"export", "*"}}) {
      String[] all = new String[verb.length + 2];
      System.arraycopy(verb, 0, all, 0, verb.length);
      all[verb.length] = "--data";
      all[verb.length + 1] = typo.toString();
      assertThat(run(Locale.ENGLISH, all)).as(verb[0]).isEqualTo(2);
      assertThat(said()).contains(typo.toString()).contains("--data");
      assertThat(typo).doesNotExist();
    }
  }

  @Test
  void aRunningServiceSaysWhatIsNewCountsWhatIsRefusedAndExportsByDayAndBrand() throws Exception {
    Files.writeString(
        folder.resolve("ouidire.yml"),
        "zone: America/Toronto\nbrands: [{name: Érabelle}]\nhttp: {port: 0}\n");
    Path csv = Files.writeString(folder.resolve("a.csv"), TWEETS);
    SettingsOptions options = new SettingsOptions();
    options.data = folder;
    try (App app = App.start(options.read(Map.of(), Map.of()), "test")) {
      assertThat(importing(csv)).isZero();
      assertThat(json().path("new").asInt()).isEqualTo(2);
      assertThat(json().path("alreadyThere").asInt()).isZero();
      assertThat(importing(csv)).isZero();
      assertThat(json().path("new").asInt()).isZero();
      assertThat(said()).contains("rien de nouveau à envoyer");
      Path more =
          Files.writeString(
              folder.resolve("b.csv"),
              TWEETS
                  + "1764000000000000004,lou,Et de trois,2026-03-04 14:05:00,https://x.example/4\n");
      assertThat(importing(more)).isZero();
      assertThat(json().path("new").asInt()).isEqualTo(1);
      assertThat(json().path("alreadyThere").asInt()).isEqualTo(2);
      assertThat(said()).contains("1 mention nouvelle, 2 déjà présentes");
      app.settle();
      assertThat(app.status().lag()).isZero();
      assertThat(app.status().rejected()).isEqualTo(2);
      assertThat(app.status().collected())
          .isEqualTo(app.status().analysed() + app.status().rejected() + app.status().dead());
      assertThat(exported("*")).isEqualTo(3);
      assertThat(exported("*", "--brand", "erabelle")).isEqualTo(1);
      assertThat(exported("*", "--from", "2026-03-03")).isEqualTo(2);
      assertThat(exported("*", "--from", "2026-03-03", "--to", "2026-03-04")).isEqualTo(1);
      assertThat(run(Locale.FRENCH, "export", "(sirop", "--data", folder.toString())).isEqualTo(2);
      assertThat(said()).contains("position").doesNotContain("{", "found", "urn:uuid");
    }
  }

  private int importing(Path file) {
    return run(
        Locale.FRENCH, "import", "--zone", "UTC", "--data", folder.toString(), file.toString());
  }

  private long exported(String query, String... more) {
    String[] all = new String[4 + more.length];
    all[0] = "export";
    all[1] = query;
    all[2] = "--data";
    all[3] = folder.toString();
    System.arraycopy(more, 0, all, 4, more.length);
    assertThat(run(Locale.FRENCH, all)).as(said()).isZero();
    return out.toString(UTF_8).lines().count();
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(out.toString(UTF_8));
  }

  private String said() {
    return err.toString(UTF_8);
  }

  private int run(Locale locale, String... arguments) {
    out.reset();
    err.reset();
    Console console =
        Console.of(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            locale);
    return Main.run(console, Map.of(), arguments);
  }
}
