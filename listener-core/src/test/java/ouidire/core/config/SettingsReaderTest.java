package ouidire.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import ouidire.core.brand.Brand;
import ouidire.core.brand.Site;

class SettingsReaderTest {
  private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
  private static final Path BASE = Path.of("/srv/conf");

  @Test
  void theCommentedFileSaysTheCodesDefaults() {
    Settings listed = read(SettingsReader.commentedDefaults());
    assertThat(listed).isEqualTo(read(""));
  }

  @Test
  void theCommentedFileListsEveryKnobAndNoOther() {
    Set<String> listed = new TreeSet<>();
    leaves("", new Yaml().load(SettingsReader.commentedDefaults()), listed);
    listed.remove("kafka.properties");
    assertThat(listed).isEqualTo(new TreeSet<>(reader(Map.of(), Map.of()).knobs()));
  }

  @Test
  void theExamplesInTheCommentedFileAreTrue() {
    String examples =
        SettingsReader.commentedDefaults()
            .lines()
            .filter(line -> !line.matches("(brands|feeds|files): \\[\\]"))
            .map(line -> line.replace("  properties: {}", "  properties:").replace("#: ", ""))
            .collect(Collectors.joining("\n"));
    Settings settings = read(examples);
    assertThat(settings.brands())
        .containsExactly(
            new Brand(
                "erabelle",
                "Érabelle",
                "érabelle OR \"mini érabelle\"",
                false,
                List.of("erabelle"),
                List.of(
                    new Site("erabelle.example", 0, ""),
                    new Site("reseau.example", 0, "/erabelle")),
                MONTREAL),
            new Brand(
                "laiterie-monterel",
                "Laiterie Monterel",
                "\"Laiterie Monterel\"",
                true,
                List.of(),
                MONTREAL));
    assertThat(settings.feeds()).hasSize(1);
    assertThat(settings.files())
        .containsExactly(new Settings.InputFile(BASE.resolve("exports/mentions.csv"), "Archives"));
    assertThat(settings.kafka().properties()).containsEntry("security.protocol", "SASL_SSL");
  }

  @Test
  void fourLinesAreEnough() {
    Settings settings =
        read(
            """
            brands:
              - name: Crème & Cie
            feeds:
              - url: https://www.example.org/a.xml
            """);
    assertThat(settings.brands().getFirst().id()).isEqualTo("creme-cie");
    assertThat(settings.feeds())
        .containsExactly(
            new Settings.Feed(
                URI.create("https://www.example.org/a.xml"),
                null,
                Duration.ofMinutes(15),
                Settings.Keep.ALL));
    assertThat(settings.roles()).isEqualTo(EnumSet.allOf(Role.class));
    assertThat(settings.data()).isEqualTo(Path.of("/home/anne/.ouidire"));
  }

  @Test
  void theCommandLineStandsAboveTheEnvironmentAboveTheFile() {
    String file = "http: {port: 1, bind: 0.0.0.0}\nlog: {level: warn}\n";
    Map<String, String> environment =
        Map.of("OUIDIRE_HTTP_PORT", "2", "OUIDIRE_LOG_LEVEL", "debug");
    Settings settings =
        reader(environment, Map.of("http.port", "3")).read(file, "ouidire.yml", BASE);
    assertThat(settings.http()).isEqualTo(new Settings.Http(3, "0.0.0.0", null));
    assertThat(settings.log().level()).isEqualTo(Settings.Log.Level.DEBUG);
  }

  @Test
  void rolesFromTheEnvironmentArePartedByCommas() {
    Map<String, String> environment =
        Map.of("OUIDIRE_ROLES", "ingest, serve", "OUIDIRE_KAFKA_BOOTSTRAP", "k1:9092,k2:9092");
    Settings settings = reader(environment, Map.of()).read("", "", BASE);
    assertThat(settings.roles()).containsExactlyInAnyOrder(Role.INGEST, Role.SERVE);
    assertThat(settings.kafka().bootstrap()).isEqualTo("k1:9092,k2:9092");
  }

  @Test
  void anOutsideKafkaTakesTheBrokersPlace() {
    assertThat(read("kafka: {bootstrap: 'k:9092'}").roles()).doesNotContain(Role.BROKER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "htpt: {port: 1}|htpt is not a setting (ouidire.yml:1); did you mean http?",
        "colour: red|colour is not a setting (ouidire.yml:1); remove it",
        "http: {prot: 80}|http.prot is not a setting (ouidire.yml:1); did you mean http.port?",
        "http: {port: 80a}|http.port: \"80a\" (ouidire.yml:1) is not a whole number from 0 to 65535",
        "http: {port: 70000}|http.port: \"70000\" (ouidire.yml:1) is not a whole number",
        "http: {port: [1]}|http.port (ouidire.yml:1) must be one value",
        "http: 80|http (ouidire.yml:1) must be a section",
        "feeds: {url: x}|feeds (ouidire.yml:1) must be a list",
        "feeds: [{url: 'ftp://x/y'}]|feeds[0].url: \"ftp://x/y\" (ouidire.yml:1) is not an http or https",
        "feeds: [{name: x}]|feeds[0].url is missing (ouidire.yml:1); give it",
        "feeds: [{url: 'http://a/', every: soon}]|feeds[0].every: \"soon\" (ouidire.yml:1) is not a duration",
        "feeds: [{url: 'http://a/', every: 1s}]|feeds[0].every: \"1s\" (ouidire.yml:1) is too short",
        "feeds: [{url: 'http://a/', keep: matchd}]|did you mean matched?",
        "brands: [{id: x}]|brands[0].name is missing",
        "brands: [{name: A, id: A B}]|brands[0].id: \"A B\" (ouidire.yml:1) is not an identifier",
        "brands: [{name: A}, {name: a}]|brands[1].id: \"a\" (ouidire.yml:1) is the identifier of two brands",
        "zone: Mars/Olympus|zone: \"Mars/Olympus\" (ouidire.yml:1) is not a time zone",
        "kafka: {bootstrap: here}|kafka.bootstrap: \"here\" (ouidire.yml:1) is not host:port",
        "roles: serve|roles (ouidire.yml:1) lacks broker and kafka.bootstrap is empty",
        "fetch: {allowPrivate: ['a b:c']}|fetch.allowPrivate: \"a b:c\" (ouidire.yml:1) is not a host",
        "brands: [{name: A, competitor: oui}]|brands[0].competitor: \"oui\" (ouidire.yml:1) is neither",
        "http: {port: 1, port: 2}|http.port is given twice (ouidire.yml:1)",
        "a: [|the configuration is not YAML (ouidire.yml:1)",
      })
  void saysWhatIsWrongWhereAndWhatToDo(String yaml, String expected) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void tellsAllProblemsAtOnceWithTheirLines() {
    InvalidSettingsException wrong =
        catchThrowableOfType(
            InvalidSettingsException.class, () -> read("http:\n  port: x\nlog:\n  fromat: json\n"));
    assertThat(wrong.problems()).hasSize(2);
    assertThat(wrong).hasMessageContaining("ouidire.yml:2").hasMessageContaining("ouidire.yml:4");
    assertThat(wrong.text(Locale.CANADA_FRENCH))
        .contains("http.port : « x » (ouidire.yml:2) n'est pas un nombre entier de 0 à 65535")
        .contains("vouliez-vous dire log.format ?");
  }

  @Test
  void theLineIsTheKeysAndNotThatOfAValueBelowIt() {
    InvalidSettingsException wrong =
        catchThrowableOfType(
            InvalidSettingsException.class,
            () ->
                read(
                    """
                    # a comment
                    colour:
                      deep: blue
                    feeds:

                      url: x
                    http:
                      port:
                        - 1
                    brands:
                      - name: A
                        query:
                          nested: true
                    """));
    assertThat(wrong.problems())
        .extracting(problem -> problem.key() + " " + problem.where())
        .containsExactlyInAnyOrder(
            "colour ouidire.yml:2",
            "feeds ouidire.yml:4",
            "http.port ouidire.yml:8",
            "brands[0].query ouidire.yml:12");
  }

  @Test
  void whereEachBrandsQueryStandsIsKept() {
    assertThat(read("brands:\n  - name: A\n    query: a OR b\n\n  - name: B\n").queryPlaces())
        .isEqualTo(Map.of("a", "ouidire.yml:3", "b", "ouidire.yml:5"));
  }

  @Test
  void namesTheVariableThatIsWrong() {
    assertThatThrownBy(() -> reader(Map.of("OUIDIRE_HTTP_PORT", "x"), Map.of()).read("", "", BASE))
        .hasMessageContaining("\"x\" (OUIDIRE_HTTP_PORT)");
  }

  @Test
  void saysWhichFileCannotBeRead(@TempDir Path folder) throws Exception {
    Path missing = folder.resolve("none.yml");
    assertThatThrownBy(() -> reader(Map.of(), Map.of()).read(missing))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("none.yml")
        .hasMessageContaining("--config");
    Path latin = Files.write(folder.resolve("latin.yml"), new byte[] {'a', (byte) 0xe9});
    assertThatThrownBy(() -> reader(Map.of(), Map.of()).read(latin))
        .hasMessageContaining("not UTF-8");
  }

  private static Settings read(String yaml) {
    return reader(Map.of(), Map.of()).read(yaml, "ouidire.yml", BASE);
  }

  private static SettingsReader reader(
      Map<String, String> environment, Map<String, String> options) {
    return new SettingsReader(
        new Surroundings(
            environment, options, Path.of("/home/anne"), Path.of("/srv/run"), MONTREAL));
  }

  private static void leaves(String path, Object value, Set<String> into) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach(
          (key, inner) -> leaves(path.isEmpty() ? "" + key : path + "." + key, inner, into));
    } else {
      into.add(path);
    }
  }
}
