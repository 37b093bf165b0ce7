package ouidire.deploy.cli;

import java.util.concurrent.Callable;
import ouidire.analysis.story.StoryBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench stories}: grouping of mentions into stories with a full window. */
@Command(name = "stories")
final class BenchStoriesCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--window", paramLabel = "N")
  int window = 1_000_000;

  @Option(names = "--mentions", paramLabel = "N")
  int mentions = 200_000;

  BenchStoriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (mentions < 100) {
      throw Failure.usage("bench.mentions", mentions);
    }
    if (window < 100) {
      throw Failure.usage("bench.window", window);
    }
    console.out().println(new StoryBench(window, mentions).run());
    return 0;
  }
}
