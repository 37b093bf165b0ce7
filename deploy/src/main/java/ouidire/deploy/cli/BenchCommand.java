package ouidire.deploy.cli;

import java.util.concurrent.Callable;
import ouidire.analysis.match.MatcherBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: benchmarks, each beside its peer; each subject is a command of its own. */
@Command(name = "bench")
final class BenchCommand {
  /** {@code bench matcher}: stored queries on the stream, beside Lucene Monitor. */
  @Command(name = "matcher")
  static final class Matcher implements Callable<Integer> {
    private final Console console;

    @Option(names = "--queries", paramLabel = "N", split = ",")
    int[] queries = {1_000, 10_000};

    @Option(names = "--mentions", paramLabel = "N")
    int mentions = 10_000;

    Matcher(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws Exception {
      if (mentions < 100) {
        throw Failure.usage("bench.mentions", mentions);
      }
      for (int count : queries) {
        if (count < 1) {
          throw Failure.usage("bench.queries", count);
        }
      }
      console.out().println(MatcherBenchmark.run(queries, mentions).toPrettyString());
      return 0;
    }
  }
}
