package ouidire.deploy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.ToneEvaluation;
import ouidire.analysis.tone.ToneScorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eval tone}: the tone of texts, or toward a target, against people's labels. */
@Command(name = "tone")
final class EvalToneCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE.tsv", descriptionKey = "ouidire.eval.tone.FILE.tsv")
  Path file = Path.of("");

  @Option(names = "--target")
  boolean target;

  @Option(names = "--model", paramLabel = "MODEL")
  @Nullable Path model;

  @Option(names = "--second-opinion", paramLabel = "MODEL.onnx")
  @Nullable Path secondOpinion;

  EvalToneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ToneScorer tones = ToneFiles.scorer(model);
    try (ToneFiles.Review review = ToneFiles.review(secondOpinion, tones, console)) {
      ToneEvaluation evaluation = new ToneEvaluation(tones, review.looked());
      console
          .out()
          .println(ToneFiles.read(file, target ? evaluation::ofTargets : evaluation::ofTexts));
      return 0;
    }
  }
}
