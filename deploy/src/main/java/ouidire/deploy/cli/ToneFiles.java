package ouidire.deploy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.opinion.OnnxClassifier;
import ouidire.analysis.opinion.SecondOpinion;
import ouidire.analysis.opinion.UnusableModelException;
import ouidire.analysis.tone.InvalidLabelsException;
import ouidire.analysis.tone.ToneReview;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.config.Settings;

/** The files that the verbs about tone read, and how they fail. */
final class ToneFiles {
  /** A measure or a training on labelled rows. */
  interface Reading<T> {
    T read(Path file) throws IOException;
  }

  private static final Duration WITHOUT_BOUND = Duration.ofDays(1);

  private ToneFiles() {}

  /** The shipped scorer, or one with the model of a file. */
  static ToneScorer scorer(@Nullable Path model) {
    if (model == null) {
      return new ToneScorer();
    }
    readable(model);
    try {
      return ToneScorer.of(model);
    } catch (IOException e) {
      throw Failure.usage("tone.model", model, Causes.text(e));
    }
  }

  /** Another look at tones, to be closed. */
  record Review(ToneReview looked, Runnable ending) implements AutoCloseable {
    @Override
    public void close() {
      ending.run();
    }
  }

  /** The second opinion of a model without a bound of time; none without a model. */
  static Review review(@Nullable Path model, ToneScorer tones, Console console) {
    if (model == null) {
      return new Review(ToneReview.NONE, () -> {});
    }
    try {
      Settings.SecondOpinion usual = Settings.SecondOpinion.NONE;
      SecondOpinion opinion =
          new SecondOpinion(
              OnnxClassifier.open(model, null, List.of()),
              tones,
              usual.below() / 100.0,
              WITHOUT_BOUND);
      return new Review(opinion, opinion::close);
    } catch (UnusableModelException e) {
      throw Failure.usage("tone.opinion", e.problem().text(console.locale()));
    }
  }

  /** What a reading makes of a labelled file; a wrong row is wrong usage. */
  static <T> T read(Path file, Reading<T> reading) throws IOException {
    readable(file);
    try {
      return reading.read(file);
    } catch (InvalidLabelsException wrong) {
      throw Failure.usage("tone.row", wrong.getMessage());
    }
  }

  private static void readable(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Failure.usage("eval.file", file);
    }
  }
}
