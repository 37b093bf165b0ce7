package ouidire.deploy.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ouidire.core.config.Settings;
import ouidire.deploy.app.App;
import ouidire.deploy.app.Logging;
import ouidire.deploy.demo.CrisisPlay;
import ouidire.deploy.demo.Demo;
import ouidire.deploy.demo.DemoVisits;
import ouidire.deploy.demo.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the service on a made-up brand, and a crisis played live. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  private final Console console;
  private final Map<String, String> environment;

  @Option(names = "--port", paramLabel = "PORT")
  @Nullable String port;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "demo.data")
  @Nullable Path data;

  @Option(names = "--speed", paramLabel = "X", descriptionKey = "demo.speed")
  double speed = 12;

  @Option(names = "--wait", paramLabel = "SECONDS", descriptionKey = "demo.wait")
  int calm = 20;

  DemoCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (!(speed > 0) || speed > 100_000) {
      throw Failure.usage("usage.value", "--speed", Double.toString(speed));
    }
    Path folder =
        data == null
            ? Files.createTempDirectory("ouidire-demo")
            : data.toAbsolutePath().normalize();
    try (AutoCloseable remove = data == null ? () -> remove(folder) : () -> {}) {
      return play(folder);
    }
  }

  private int play(Path folder) throws Exception {
    Map<String, String> more = new HashMap<>(Map.of("data", folder.toString()));
    if (port != null) {
      more.put("http.port", port);
    }
    SettingsOptions options = new SettingsOptions();
    options.data = folder;
    Settings settings = Demo.settings(options.read(environment, more), folder);
    Logging.configure(settings.log());
    AtomicReference<CrisisPlay> playing = new AtomicReference<>();
    try (App app = App.start(settings, Version.text());
        UntilEnded ended =
            new UntilEnded(
                console,
                () -> {
                  CrisisPlay play = playing.get();
                  if (play != null) {
                    play.close();
                  }
                  app.close();
                  if (data == null) {
                    remove(folder);
                  }
                })) {
      // What was said before is found again first.
      app.settle();
      Demo demo =
          new Demo(
              Scenario.shipped(),
              app.publisher(),
              id -> app.history().find(id).isPresent(),
              app.store(),
              Clock.systemUTC());
      int ordinary = demo.loadOrdinaryWeeks();
      DemoVisits.keep(app.store(), Clock.systemUTC().instant());
      if (ordinary > 0) {
        console.say("demo.loading", Integer.toString(ordinary));
      }
      Welcome.say(console, settings, app);
      announce(demo, folder);
      if (demo.left() == 0) {
        ended.await(app);
      }
      Instant start = Clock.systemUTC().instant().plusSeconds(calm);
      try (CrisisPlay play = demo.begin(start, speed, () -> console.say("demo.played"))) {
        playing.set(play);
        ended.await(app);
      }
      return 1;
    }
  }

  private void announce(Demo demo, Path folder) {
    int left = demo.left();
    String seconds = Integer.toString(calm);
    String minutes = Long.toString(Math.max(1, demo.length(speed).toMinutes()));
    if (left == 0) {
      console.say("demo.over", folder.toString());
    } else if (left < demo.all()) {
      console.say(
          "demo.goes.on",
          Integer.toString(demo.all() - left),
          Integer.toString(demo.all()),
          seconds,
          minutes,
          folder.toString());
    } else {
      console.say("demo.ready", seconds, minutes);
    }
  }

  static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
