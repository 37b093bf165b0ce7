package ouidire.deploy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ouidire.analysis.kind.KindEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code eval kind}: kinds of remark against people's labels. */
@Command(name = "kind")
final class EvalKindCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE.tsv", descriptionKey = "ouidire.eval.kind.FILE.tsv")
  Path file = Path.of("");

  EvalKindCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.out().println(ToneFiles.read(file, new KindEvaluation()::of));
    return 0;
  }
}
