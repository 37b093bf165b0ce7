package ouidire.deploy.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import ouidire.analysis.alert.suite.CrisisEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code eval crises}: the watch on scripted histories. */
@Command(name = "crises")
final class EvalCrisesCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--seed", paramLabel = "N", split = ",", descriptionKey = "eval.crises.seed")
  List<Long> seeds = List.of(1L);

  @Option(names = "--quiet-days", paramLabel = "N", descriptionKey = "eval.crises.quiet")
  int quietDays = 30;

  @Option(names = "--leave-one-out", descriptionKey = "eval.crises.out")
  boolean leaveOneOut;

  EvalCrisesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (quietDays < 0 || quietDays > 90) {
      throw Failure.usage("usage.value", "--quiet-days", Integer.toString(quietDays));
    }
    if (leaveOneOut && seeds.size() < 2) {
      throw Failure.usage("usage.value", "--seed", seeds.toString());
    }
    ObjectNode figures =
        leaveOneOut
            ? CrisisEvaluation.leaveOneOut(seeds, quietDays)
            : CrisisEvaluation.run(seeds, quietDays);
    console.out().println(figures.toPrettyString());
    return 0;
  }
}
