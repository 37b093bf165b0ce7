package ouidire.deploy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.anomaly.AnomalyEvaluation;
import ouidire.analysis.anomaly.LeaveOneOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code eval anomalies}: the detector on labelled series, beside the rules that other tools
 * document.
 */
@Command(name = "anomalies")
final class EvalAnomaliesCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "ouidire.eval.anomalies.DIR")
  Path folder = Path.of("");

  @Option(names = "--windows", paramLabel = "FILE.json")
  @Nullable Path windows;

  @Option(names = "--out", paramLabel = "DIR")
  @Nullable Path out;

  @Option(names = "--leave-one-out", descriptionKey = "eval.anomalies.out")
  boolean leaveOneOut;

  EvalAnomaliesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(folder)) {
      throw Failure.usage("eval.folder", folder);
    }
    if (windows != null && !Files.isReadable(windows)) {
      throw Failure.usage("eval.file", windows);
    }
    if (leaveOneOut) {
      if (windows == null) {
        throw Failure.usage("usage.value", "--leave-one-out", "--windows ?");
      }
      console.out().println(LeaveOneOut.run(folder, windows).toPrettyString());
      return 0;
    }
    console.out().println(AnomalyEvaluation.run(folder, windows, out).toPrettyString());
    return 0;
  }
}
