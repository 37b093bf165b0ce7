package ouidire.deploy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ouidire.deploy.bench.CountsBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench counts}: one JSON object. */
@Command(name = "counts")
final class BenchCountsCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--mentions", paramLabel = "N", descriptionKey = "bench.counts.mentions")
  int mentions = 1_000_000;

  @Option(names = "--rounds", paramLabel = "N", descriptionKey = "bench.counts.rounds")
  int rounds = 20;

  BenchCountsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (mentions < 100) {
      throw Failure.usage("bench.mentions", mentions);
    }
    Path folder = Files.createTempDirectory("ouidire-bench");
    try (AutoCloseable remove = () -> DemoCommand.remove(folder)) {
      console
          .out()
          .println(
              CountsBench.run(folder.resolve("index"), mentions, Math.max(1, rounds))
                  .toPrettyString());
      console.out().flush();
      return 0;
    }
  }
}
