package ouidire.deploy.cli;

import java.util.concurrent.Callable;
import ouidire.analysis.alert.suite.CrisisEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval crises}: the watch on scripted histories. */
@Command(name = "crises")
final class EvalCrisesCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "eval.crises.seed")
  long seed = 1;

  @Option(names = "--quiet-days", paramLabel = "N", descriptionKey = "eval.crises.quiet")
  int quietDays = 30;

  EvalCrisesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (quietDays < 0 || quietDays > 90) {
      throw Failure.usage("usage.value", "--quiet-days", Integer.toString(quietDays));
    }
    console.out().println(CrisisEvaluation.run(seed, quietDays).toPrettyString());
    return 0;
  }
}
