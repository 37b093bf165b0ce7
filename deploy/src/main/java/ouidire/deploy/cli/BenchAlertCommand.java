package ouidire.deploy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import ouidire.core.config.Settings;
import ouidire.deploy.app.App;
import ouidire.deploy.app.Logging;
import ouidire.deploy.bench.AlertBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench alert}: from the decisive mention to the webhook. */
@Command(name = "alert")
final class BenchAlertCommand implements Callable<Integer> {
  private final Console console;
  private final Map<String, String> environment;

  @Option(names = "--alerts", paramLabel = "N", descriptionKey = "bench.alert.alerts")
  int alerts = 50;

  @Option(names = "--rate", paramLabel = "N", descriptionKey = "bench.rate")
  int rate = 1_000;

  BenchAlertCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (alerts < 1 || alerts > 500) {
      throw Failure.usage("usage.value", "--alerts", Integer.toString(alerts));
    }
    Path folder = Files.createTempDirectory("ouidire-bench");
    try (AutoCloseable remove = () -> DemoCommand.remove(folder);
        AlertBench bench = new AlertBench(alerts)) {
      SettingsOptions options = new SettingsOptions();
      options.data = folder;
      Settings settings = bench.settings(options.read(environment, Map.of("http.port", "0")));
      Logging.configure(new Settings.Log(settings.log().format(), Settings.Log.Level.WARN));
      try (App app = App.start(settings, Version.text())) {
        console.out().println(bench.run(app, rate).toPrettyString());
        console.out().flush();
      }
      return 0;
    }
  }
}
