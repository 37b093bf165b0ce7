package ouidire.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.alert.ReplaySummary;
import ouidire.core.history.InvalidQueryException;
import ouidire.deploy.app.App;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backtest}: what a rule would have done over the stored history. Tells nobody. */
@Command(name = "backtest")
final class BacktestCommand implements Callable<Integer> {
  private static final Duration USUAL = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(370);
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

  private final Console console;
  private final Map<String, String> environment;

  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(names = "--rule", paramLabel = "FILE|ID", descriptionKey = "backtest.rule")
  @Nullable String rule;

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
    TimeOptions times = TimeOptions.of(options.read(environment, Map.of()));
    Instant now = Clock.systemUTC().instant();
    Instant until = times.read("--to", to);
    Instant end = until == null ? now : until;
    Instant since = times.read("--from", from);
    Instant start = since == null ? end.minus(USUAL) : since;
    if (!start.isBefore(now)) {
      throw Failure.usage("backtest.future", start);
    }
    if (!start.isBefore(end) || start.plus(LONGEST).isBefore(end)) {
      throw Failure.usage("backtest.span", start, end, LONGEST.toDays());
    }
    try (Instance instance = Instance.ofExisting(console, options, null, environment)) {
      console.say("backtest.playing", start, end);
      JsonNode played = play(instance, document, start, end);
      console.out().println(played.toPrettyString());
      if (played.path("mentions").asLong(1) == 0) {
        console.say("backtest.nothing");
      }
      return 0;
    } catch (InvalidQueryException e) {
      throw Failure.usage("export.badquery", console.text(e.words()), e.position());
    } catch (InvalidDocumentException e) {
      throw Failure.usage("backtest.badrule", console.text(e.words()));
    }
  }

  private JsonNode play(Instance instance, JsonNode document, Instant start, Instant end)
      throws IOException, InterruptedException {
    if (instance.own().isPresent()) {
      instance.settle();
      App own = instance.own().get();
      AlertRule rule =
          document.isTextual()
              ? own.rule(document.asText())
                  .orElseThrow(() -> Failure.usage("backtest.norule", document.asText()))
              : IncidentJson.document(document, AlertRule.class);
      return ReplaySummary.of(rule, start, end, own.replay().play(rule, start, end));
    }
    ObjectNode asked = new ObjectMapper().createObjectNode();
    asked.set("rule", document);
    asked.put("from", start.toString()).put("to", end.toString());
    try (Service service =
        new Service(
            console, instance.running().orElseThrow(() -> Failure.failed("export.noservice")))) {
      return service.call("POST", "/api/v1/rules/backtest", asked);
    }
  }

  /** JSON, or YAML; the id of a rule that is kept; without either, the built-in detection. */
  private JsonNode document() throws IOException {
    if (rule == null) {
      return IncidentJson.tree(AlertRule.CRISIS);
    }
    Path file = Path.of(rule);
    if (!Files.exists(file) && ID.matcher(rule).matches()) {
      return JsonNodeFactory.instance.textNode(rule);
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Failure.usage("eval.file", file);
    }
    JsonNode read;
    try {
      read = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw Failure.usage("backtest.badrule", e.getOriginalMessage());
    } catch (java.nio.charset.CharacterCodingException e) {
      throw Failure.usage("backtest.notrule", file);
    }
    if (!(read instanceof ObjectNode object)) {
      throw Failure.usage("backtest.notrule", file);
    }
    if (!object.has("id")) {
      object.put("id", "essai");
    }
    try {
      AlertRule unused = IncidentJson.document(object, AlertRule.class);
    } catch (InvalidDocumentException e) {
      throw Failure.usage("backtest.badrule", console.text(e.words()));
    }
    return object;
  }
}
