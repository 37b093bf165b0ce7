package ouidire.deploy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ouidire.analysis.story.StoryEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code eval stories}: how well mentions are grouped into stories and copies. */
@Command(name = "stories")
final class EvalStoriesCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE.jsonl", descriptionKey = "ouidire.eval.stories.FILE")
  Path file = Path.of("");

  EvalStoriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw Failure.usage("eval.file", file);
    }
    console.out().println(StoryEvaluation.run(file));
    return 0;
  }
}
