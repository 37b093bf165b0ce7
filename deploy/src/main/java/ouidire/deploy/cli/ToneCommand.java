package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.kind.RemarkJson;
import ouidire.analysis.tone.ToneScorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tone}: the tone of a text, or of each line piped in, with what decided it. */
@Command(name = "tone")
final class ToneCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TEXT",
      descriptionKey = "ouidire.tone.TEXT")
  @Nullable String text;

  @Option(names = "--target", paramLabel = "NAME")
  @Nullable String target;

  @Option(names = "--model", paramLabel = "MODEL")
  @Nullable Path model;

  @Option(names = "--second-opinion", paramLabel = "MODEL.onnx")
  @Nullable Path secondOpinion;

  ToneCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ToneScorer tones = ToneFiles.scorer(model);
    try (ToneFiles.Review review = ToneFiles.review(secondOpinion, tones, console)) {
      return tell(new RemarkJson(tones, review.looked()));
    }
  }

  private int tell(RemarkJson remarks) throws IOException {
    if (text != null) {
      console.out().println(remarks.of(text, target));
      return 0;
    }
    BufferedReader lines = new BufferedReader(new InputStreamReader(console.in(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        console.out().println(remarks.of(line, target));
      }
    }
    return 0;
  }
}
