package ouidire.deploy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ouidire.analysis.moderation.ModerationEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code eval moderation}: flags for a moderator against people's labels. */
@Command(name = "moderation")
final class EvalModerationCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "FILE.tsv",
      descriptionKey = "ouidire.eval.moderation.FILE.tsv")
  Path file = Path.of("");

  EvalModerationCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.out().println(ToneFiles.read(file, new ModerationEvaluation()::of));
    return 0;
  }
}
