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
import ouidire.core.alert.Drills;
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
  private static final int LONGEST_WAIT = 86_400;

  private final Console console;
  private final Map<String, String> environment;

  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(names = "--brand", paramLabel = "ID", descriptionKey = "drill.brand")
  @Nullable String brand;

  @Option(names = "--scenario", paramLabel = "ID", descriptionKey = "drill.scenario")
  @Nullable String scenario;

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
      throw Failure.usage("drill.badspeed", Double.toString(speed));
    }
    if (wait < 0 || wait > LONGEST_WAIT) {
      throw Failure.usage("drill.badwait", wait, LONGEST_WAIT);
    }
    Running running =
        DataFolder.running(options.read(environment, Map.of()).data())
            .orElseThrow(() -> Failure.failed("export.noservice"));
    try (Service service = new Service(console, running)) {
      ObjectNode asked = new ObjectMapper().createObjectNode();
      boolean recorded = scenario != null && scenario.startsWith(Drills.RECORDED);
      if (brand != null) {
        asked.put("brand", brand);
      } else if (!recorded) {
        // A crisis that was is its brand's.
        asked.put("brand", firstBrand(service));
      }
      asked.put("speed", speed);
      if (scenario != null) {
        asked.put("scenario", scenario);
      }
      ArrayNode named = asked.putArray("channels");
      channels.forEach(named::add);
      JsonNode begun = service.call("POST", "/api/v1/drill", asked);
      console.say("drill.begun", begun.at("/progress/brand").asText(asked.path("brand").asText()));
      // From here on it is ours to end, also when somebody ends this command.
      Thread ending = Thread.ofPlatform().unstarted(() -> end(service));
      Runtime.getRuntime().addShutdownHook(ending);
      try {
        JsonNode last = await(service, begun);
        console.out().println(last.toPrettyString());
        console.say(last.path("timesToAcknowledge").isEmpty() ? "drill.nobody" : "drill.acted");
      } finally {
        if (removed(ending)) {
          end(service);
        }
      }
      return 0;
    }
  }

  /** False while the process ends anyway: then the hook runs. */
  private static boolean removed(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private void end(Service service) {
    try {
      JsonNode unused = service.call("DELETE", "/api/v1/drill", null);
    } catch (IOException | RuntimeException e) {
      console.say("drill.notended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
