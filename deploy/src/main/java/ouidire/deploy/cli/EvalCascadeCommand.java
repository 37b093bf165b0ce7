package ouidire.deploy.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.cascade.Cascade;
import ouidire.analysis.cascade.CascadeEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eval cascade}: the forecast of a cascade's size, beside published models. */
@Command(name = "cascade")
final class EvalCascadeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE.csv", descriptionKey = "FILE.csv")
  List<Path> files = List.of();

  @Option(names = "--at", split = ",", paramLabel = "SECONDS")
  List<Double> ages = List.of(600.0, 3_600.0, 10_800.0, 21_600.0, 86_400.0);

  @Option(names = "--learn", paramLabel = "FILE.json")
  @Nullable Path learn;

  EvalCascadeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    for (double age : ages) {
      if (!(age > 0)) {
        throw Failure.usage("eval.age", age);
      }
    }
    List<Cascade> cascades = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw Failure.usage("eval.file", file);
      }
      cascades.add(Cascade.read(file));
    }
    if (learn != null) {
      Files.writeString(learn, CascadeEvaluation.learn(cascades).toString());
      return 0;
    }
    ObjectNode result = CascadeEvaluation.run(cascades, ages);
    console.out().println(result);
    return 0;
  }
}
