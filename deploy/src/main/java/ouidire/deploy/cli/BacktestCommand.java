package ouidire.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.ReplaySummary;
import ouidire.core.history.InvalidQueryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backtest}: what a rule would have done over the stored history. Tells nobody. */
@Command(name = "backtest")
final class BacktestCommand implements Callable<Integer> {
  private final Console console;
  private final Map<String, String> environment;

  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(names = "--rule", paramLabel = "FILE", descriptionKey = "backtest.rule")
  @Nullable Path rule;

  @Option(names = "--from", paramLabel = "TIME", descriptionKey = "export.from")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", descriptionKey = "export.to")
  @Nullable String to;

  BacktestCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    JsonNode document = document();
    AlertRule read;
    try {
      read = IncidentJson.document(document, AlertRule.class);
    } catch (IllegalArgumentException e) {
      throw Failure.usage("backtest.badrule", String.valueOf(e.getMessage()));
    }
    Instant end = to == null ? Clock.systemUTC().instant() : time("--to", to);
    Instant start = from == null ? end.minus(Duration.ofDays(30)) : time("--from", from);
    if (!start.isBefore(end)) {
      throw Failure.usage("usage.value", "--from", start.toString());
    }
    try (Instance instance = Instance.of(console, options, null, environment)) {
      console.out().println(play(instance, document, read, start, end).toPrettyString());
      return 0;
    } catch (InvalidQueryException e) {
      throw Failure.usage("export.badquery", e.getMessage());
    }
  }

  private static JsonNode play(
      Console console, Instance instance, JsonNode document, Instant start, Instant end)
      throws IOException, InterruptedException {
    ObjectNode asked = new ObjectMapper().createObjectNode();
    asked.set("rule", document);
    asked.put("from", start.toString()).put("to", end.toString());
    try (Service service =
        new Service(
            console, instance.running().orElseThrow(() -> Failure.failed("export.noservice")))) {
      return service.call("POST", "/api/v1/rules/backtest", asked);
    }
  }

  private JsonNode play(
      Instance instance, JsonNode document, AlertRule read, Instant start, Instant end)
      throws IOException, InterruptedException {
    if (instance.own().isEmpty()) {
      return play(console, instance, document, start, end);
    }
    instance.settle();
    return ReplaySummary.of(read, start, end, instance.own().get().replay().play(read, start, end));
  }

  /** JSON, or YAML; without a file, the built-in detection. */
  private JsonNode document() throws IOException {
    if (rule == null) {
      ObjectNode crisis = (ObjectNode) IncidentJson.tree(AlertRule.CRISIS);
      return crisis;
    }
    if (!Files.isReadable(rule)) {
      throw Failure.usage("eval.file", rule);
    }
    JsonNode read;
    try {
      read = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(rule));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw Failure.usage("backtest.badrule", e.getOriginalMessage());
    }
    if (!(read instanceof ObjectNode object)) {
      throw Failure.usage("backtest.badrule", rule);
    }
    if (!object.has("id")) {
      object.put("id", "essai");
    }
    return object;
  }

  private static Instant time(String option, String value) {
    try {
      return value.endsWith("Z") ? Instant.parse(value) : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw Failure.usage("export.badtime", option, value);
    }
  }
}
