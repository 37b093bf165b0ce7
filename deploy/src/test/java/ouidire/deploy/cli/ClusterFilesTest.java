package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import ouidire.core.config.Role;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import ouidire.deploy.app.App;

/**
 * The files for machines other than this one say what is true here: every metric, variable, role,
 * option, image and address that they name is one that the product has.
 */
class ClusterFilesTest {
  private static final Path DEPLOY = Path.of("").toAbsolutePath();
  private static final Pattern VARIABLE = Pattern.compile("\\bOUIDIRE_[A-Z_]+");
  private static final Pattern METRIC = Pattern.compile("\\bouidire_[a-z_]+");

  /** What the command itself reads beside the settings. */
  private static final Set<String> OF_THE_COMMAND = Set.of("OUIDIRE_CONFIG");

  @TempDir Path folder;

  @Test
  void everyVariableIsASettingOrTheCommandsOwn() throws Exception {
    Set<String> known = new TreeSet<>(OF_THE_COMMAND);
    leaves("", new Yaml().load(SettingsReader.commentedDefaults()), known);
    for (String file : List.of("compose.yaml", "Dockerfile", "kubernetes/ouidire.yaml")) {
      assertThat(all(VARIABLE, text(file))).as(file).isNotEmpty().isSubsetOf(known);
    }
  }

  @Test
  void everyRoleAndOptionIsOneOfTheCommand() throws Exception {
    Map<String, Object> services = map(yaml("compose.yaml").getFirst(), "services");
    Set<String> roles = new TreeSet<>();
    for (Object service : services.values()) {
      if (map(service).get("environment") instanceof Map<?, ?> environment
          && environment.get("OUIDIRE_ROLES") != null) {
        roles.add(environment.get("OUIDIRE_ROLES").toString());
        assertThat(environment.get("OUIDIRE_KAFKA_BOOTSTRAP")).isNotNull();
      }
    }
    Set<String> inKubernetes = new TreeSet<>();
    for (Object container : containers("kubernetes/ouidire.yaml")) {
      List<?> arguments = list(container, "args");
      Main.commandLine(console(), Map.of())
          .parseArgs(arguments.stream().map(Object::toString).toArray(String[]::new));
      inKubernetes.add(arguments.getLast().toString());
    }
    Set<String> needed = new TreeSet<>();
    for (Role role : Role.values()) {
      if (role != Role.BROKER) {
        needed.add(role.name().toLowerCase(Locale.ROOT));
      }
    }
    assertThat(roles).isEqualTo(needed);
    assertThat(inKubernetes).isEqualTo(needed);
  }

  @Test
  void theConfigurationsAreRead() throws Exception {
    String inMap = null;
    for (Object document : yaml("kubernetes/ouidire.yaml")) {
      if (map(document).get("data") instanceof Map<?, ?> data && data.get("ouidire.yml") != null) {
        inMap = data.get("ouidire.yml").toString();
      }
    }
    assertThat(inMap).isNotNull();
    Path copy = Files.writeString(folder.resolve("copy.yml"), inMap);
    for (Path file : List.of(DEPLOY.resolve("ouidire.yml"), copy)) {
      assertThat(settings(file, Map.of()).brands()).as(file.toString()).isNotEmpty();
    }
  }

  @Test
  void imagesAreOfTheVersionsInTheBuild() throws Exception {
    String build = Files.readString(DEPLOY.resolveSibling("pom.xml"));
    String kafka = first("<kafka.version>([^<]+)</kafka.version>", build);
    String own = first("<artifactId>ouidire</artifactId>\\s*<version>([^<]+)</version>", build);
    for (String file : List.of("compose.yaml", "kubernetes/kafka.yaml")) {
      assertThat(text(file)).contains("image: apache/kafka:" + kafka);
    }
    for (String file : List.of("compose.yaml", "kubernetes/ouidire.yaml")) {
      assertThat(text(file)).contains("image: ouidire:" + own);
    }
  }

  @Test
  void theImageIsBuiltFromWhatIsThere() throws Exception {
    String dockerfile = text("Dockerfile");
    Path root = requireNonNull(DEPLOY.getParent());
    String kept = text("Dockerfile.dockerignore");
    Matcher copies = Pattern.compile("(?m)^COPY (?!--from)(.+) \\S+$").matcher(dockerfile);
    int found = 0;
    while (copies.find()) {
      for (String source : copies.group(1).split(" ")) {
        found++;
        assertThat(root.resolve(source)).exists();
        assertThat(kept.lines()).as("sent to the builder").contains("!" + source);
      }
    }
    assertThat(found).isGreaterThan(7);
    assertThat(dockerfile).contains("\"" + Main.class.getName() + "\"");
    assertThat(all(Pattern.compile("--[a-z-]+=ALL-UNNAMED|--sun-misc[a-z-]+=allow"), dockerfile))
        .allSatisfy(option -> assertThat(text("ouidire")).contains(option));
  }

  @Test
  void everyMetricAndAddressIsOneThatTheServiceHas() throws Exception {
    Path config = Files.writeString(folder.resolve("ouidire.yml"), "brands: [{name: Érabelle}]\n");
    Settings settings =
        settings(config, Map.of("http.port", "0", "data", folder.resolve("data").toString()));
    Set<String> there = new TreeSet<>();
    try (App app = App.start(settings, "test");
        HttpClient client = HttpClient.newHttpClient()) {
      URI http = app.http().orElseThrow();
      for (String path : addresses()) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(http.resolve(path))
                    .header("Authorization", "Bearer " + app.firstKey().orElseThrow())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
      }
      there.addAll(all(METRIC, scraped(client, app)));
    }
    assertThat(there).contains("ouidire_mentions_collected_total");
    for (String file : List.of("prometheus/ouidire.rules.yml", "grafana/ouidire.json")) {
      assertThat(all(METRIC, expressions(file))).as(file).isNotEmpty().isSubsetOf(there);
    }
  }

  /** A sum of nothing is nothing, not 0: without the second half nobody would be paged. */
  @Test
  void somebodyIsPagedAlsoWhereNoProcessHasTheRoleAlert() throws Exception {
    Object group = list(yaml("prometheus/ouidire.rules.yml").getFirst(), "groups").getFirst();
    assertThat(list(group, "rules"))
        .filteredOn(rule -> "OuidireNobodyAlerts".equals(map(rule).get("alert")))
        .singleElement()
        .satisfies(
            rule ->
                assertThat(String.valueOf(map(rule).get("expr")))
                    .contains("sum by (job) (ouidire_alerting) != 1 or absent(ouidire_alerting)"));
  }

  @Test
  void rulesSayWhatToDoAndPanelsWhatTheyShow() throws Exception {
    Object group = list(yaml("prometheus/ouidire.rules.yml").getFirst(), "groups").getFirst();
    List<?> rules = list(group, "rules");
    assertThat(rules).hasSizeGreaterThan(5);
    for (Object rule : rules) {
      Map<String, Object> each = map(rule);
      assertThat(each).containsKeys("alert", "expr");
      assertThat(map(each, "labels").get("severity")).isIn("page", "ticket");
      assertThat(map(each, "annotations")).containsKeys("summary", "description");
    }
    Set<Integer> ids = new TreeSet<>();
    for (JsonNode panel : board().path("panels")) {
      assertThat(ids.add(panel.path("id").asInt())).isTrue();
      assertThat(panel.path("title").asText()).isNotBlank();
      assertThat(panel.path("description").asText()).isNotBlank();
      assertThat(panel.path("targets")).isNotEmpty();
      assertThat(panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt())
          .isLessThanOrEqualTo(24);
    }
    assertThat(text("prometheus/prometheus.yml")).contains("ouidire.rules.yml");
    assertThat(map(yaml("prometheus/prometheus.yml").getFirst())).containsKey("scrape_configs");
  }

  /** Addresses of ours that containers are asked at. */
  private static Set<String> addresses() throws Exception {
    Set<String> paths = new TreeSet<>();
    Pattern path = Pattern.compile("(?:GET |path: |metrics_path: )(/[a-z/]+)");
    for (String file :
        List.of("Dockerfile", "kubernetes/ouidire.yaml", "prometheus/prometheus.yml")) {
      Matcher found = path.matcher(text(file));
      while (found.find()) {
        paths.add(found.group(1));
      }
    }
    assertThat(paths).contains("/metrics", "/health/ready", "/health/live");
    return paths;
  }

  private static String scraped(HttpClient client, App app) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(app.http().orElseThrow().resolve("/metrics"))
                .header("Authorization", "Bearer " + app.firstKey().orElseThrow())
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** What is asked of Prometheus, without titles and words. */
  private static String expressions(String file) throws Exception {
    StringBuilder all = new StringBuilder();
    if (file.endsWith(".json")) {
      for (JsonNode expression : board().findValues("expr")) {
        all.append(expression.asText()).append('\n');
      }
      for (JsonNode definition : board().findValues("definition")) {
        all.append(definition.asText()).append('\n');
      }
    } else {
      Object group = list(yaml(file).getFirst(), "groups").getFirst();
      for (Object rule : list(group, "rules")) {
        all.append(map(rule).get("expr")).append('\n');
      }
    }
    return all.toString();
  }

  private static JsonNode board() throws Exception {
    return new ObjectMapper().readTree(text("grafana/ouidire.json"));
  }

  private static List<Object> containers(String file) throws Exception {
    List<Object> all = new ArrayList<>();
    for (Object document : yaml(file)) {
      if ("StatefulSet".equals(map(document).get("kind"))) {
        Map<String, Object> pod = map(map(map(document, "spec"), "template"), "spec");
        all.addAll(list(pod, "containers"));
      }
    }
    assertThat(all).isNotEmpty();
    return all;
  }

  private static Settings settings(Path file, Map<String, String> options) {
    Path home = requireNonNull(file.getParent());
    return new SettingsReader(
            new Surroundings(Map.of(), options, home, home, ZoneId.of("America/Toronto")))
        .read(file);
  }

  /** Paths of settings as variables: {@code http.port} is {@code OUIDIRE_HTTP_PORT}. */
  private static void leaves(String path, Object value, Set<String> into) {
    if (value instanceof Map<?, ?> section && !section.isEmpty()) {
      section.forEach(
          (key, inner) -> leaves(path.isEmpty() ? key.toString() : path + "." + key, inner, into));
    } else {
      String words = path.replace('.', '_').replaceAll("([A-Z])", "_$1");
      into.add("OUIDIRE_" + words.toUpperCase(Locale.ROOT));
    }
  }

  private static List<Object> yaml(String file) throws Exception {
    List<Object> documents = new ArrayList<>();
    new Yaml().loadAll(text(file)).forEach(documents::add);
    return documents;
  }

  private static Map<String, Object> map(Object parent, String key) {
    return map(requireNonNull(map(parent).get(key), key));
  }

  private static List<?> list(Object parent, String key) {
    return (List<?>) requireNonNull(map(parent).get(key), key);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return (Map<String, Object>) value;
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String text(String file) throws Exception {
    return Files.readString(DEPLOY.resolve(file));
  }

  private static Console console() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return Console.of(
        new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, Locale.ENGLISH);
  }
}
