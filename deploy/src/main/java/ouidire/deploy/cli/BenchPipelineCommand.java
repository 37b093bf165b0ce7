package ouidire.deploy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import ouidire.core.config.Settings;
import ouidire.deploy.app.Logging;
import ouidire.deploy.bench.PipelineBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench pipeline}: one JSON object. */
@Command(name = "pipeline")
final class BenchPipelineCommand implements Callable<Integer> {
  private final Console console;
  private final Map<String, String> environment;

  @Option(names = "--mentions", paramLabel = "N", descriptionKey = "bench.pipeline.mentions")
  int mentions = 50_000;

  @Option(names = "--brands", paramLabel = "N", descriptionKey = "bench.brands")
  int brands = 1_000;

  @Option(names = "--rate", paramLabel = "N", descriptionKey = "bench.rate")
  int rate = 1_000;

  @Option(names = "--seconds", paramLabel = "N", descriptionKey = "bench.seconds")
  int seconds = 10;

  BenchPipelineCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("ouidire-bench");
    try (AutoCloseable remove = () -> DemoCommand.remove(folder)) {
      SettingsOptions options = new SettingsOptions();
      options.data = folder;
      Settings settings = PipelineBench.settings(options.read(environment, Map.of()), brands);
      Logging.configure(new Settings.Log(settings.log().format(), Settings.Log.Level.WARN));
      console.out().println(new PipelineBench(settings, mentions).run(rate, seconds));
      console.out().flush();
      return 0;
    }
  }
}
