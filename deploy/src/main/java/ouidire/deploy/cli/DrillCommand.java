package ouidire.deploy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ouidire.deploy.app.DataFolder;
import ouidire.deploy.app.DataFolder.Running;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code drill}: a crisis exercise in the service that runs, marked EXERCICE, told to nobody
 * outside but the channels named. Waits until somebody acknowledges, prints how long each took, and
 * ends it.
 */
@Command(name = "drill")
final class DrillCommand implements Callable<Integer> {
  private static final long ASK_EVERY_MS = 500;

  private final Console console;
  private final Map<String, String> environment;

  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(names = "--brand", paramLabel = "ID", descriptionKey = "drill.brand")
  @Nullable String brand;

  @Option(names = "--speed", paramLabel = "X", descriptionKey = "drill.speed")
  double speed = 60;

  @Option(names = "--channel", paramLabel = "ID", descriptionKey = "drill.channel")
  List<String> channels = List.of();

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "drill.wait")
  int wait = 60;

  DrillCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (!(speed >= 1 && speed <= 1_000)) {
      throw Failure.usage("usage.value", "--speed", Double.toString(speed));
    }
    Running running =
        DataFolder.running(options.read(environment, Map.of()).data())
            .orElseThrow(() -> Failure.failed("export.noservice"));
    try (Service service = new Service(console, running)) {
      ObjectNode asked = new ObjectMapper().createObjectNode();
      asked.put("brand", brand == null ? firstBrand(service) : brand);
      asked.put("speed", speed);
      ArrayNode named = asked.putArray("channels");
      channels.forEach(named::add);
      JsonNode begun = service.call("POST", "/api/v1/drill", asked);
      console.say("drill.begun", asked.path("brand").asText());
      console.out().println(await(service, begun).toPrettyString());
      JsonNode ended = service.call("DELETE", "/api/v1/drill", null);
      return ended.isEmpty() ? 0 : 1;
    }
  }

  private static String firstBrand(Service service) throws IOException, InterruptedException {
    for (JsonNode each : service.call("GET", "/api/v1/brands", null).path("brands")) {
      if (!each.path("competitor").asBoolean()) {
        return each.path("id").asText();
      }
    }
    throw Failure.failed("drill.nobrand");
  }

  /** What is known when somebody has acknowledged, or when the time is over. */
  private JsonNode await(Service service, JsonNode begun) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
    JsonNode now = begun;
    while (System.nanoTime() < end && now.path("timesToAcknowledge").isEmpty()) {
      if (never.await(ASK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        break;
      }
      now = service.call("GET", "/api/v1/drill", null);
    }
    return now;
  }
}
