package ouidire.analysis.opinion;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which model gives second opinions, on what, and for how much time.
 *
 * @param model an ONNX file of a text classifier
 * @param tokenizer its {@code tokenizer.json}; null for the one beside the model
 * @param labels what each output of the model means: {@code negative, neutral} or {@code positive},
 *     several may mean the same; empty for what {@code config.json} beside the model says, or these
 *     three where there is none
 * @param below mentions whose tone is less sure than this are asked about, in (0, 1]
 * @param perSecond time that may be spent on them in each second
 */
public record OpinionSettings(
    Path model, @Nullable Path tokenizer, List<String> labels, double below, Duration perSecond) {
  /** What applies where nothing else is said. */
  public static final double USUAL_BELOW = 0.6;

  /** What applies where nothing else is said. */
  public static final Duration USUAL_BUDGET = Duration.ofMillis(200);

  public OpinionSettings {
    labels = List.copyOf(labels);
  }

  /** A model with the files beside it, and the usual bounds. */
  public static OpinionSettings of(Path model) {
    return new OpinionSettings(model, null, List.of(), USUAL_BELOW, USUAL_BUDGET);
  }

  /** The same, asked about every mention and without a bound of time, to measure a model. */
  public OpinionSettings unbounded() {
    return new OpinionSettings(model, tokenizer, labels, below, Duration.ofDays(1));
  }
}
