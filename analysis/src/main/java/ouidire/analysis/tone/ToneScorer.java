package ouidire.analysis.tone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.language.LanguageDetector;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/**
 * The tone of French mentions, with what decided it. Thread-safe; one serves a whole process.
 *
 * <p>The label is the most likely of negative, neutral and positive. It is unknown, an abstention,
 * when the stated confidence is below {@link #LEAST_CONFIDENCE}, when nothing in the text can be
 * cited, or when the text is plainly in another language. The score is the probability of positive
 * less that of negative. The words cited are those that decided: without them the score lies nearer
 * to neutral.
 */
public final class ToneScorer {
  /** Below this confidence the answer is an abstention. */
  public static final double LEAST_CONFIDENCE = 0.40;

  private static final double[] MARGIN = {-1, 0, 1};
  private static final double PLAIN = 3;

  /**
   * The least sum of a clause's polar words that speaks by itself, and what softens larger ones.
   */
  private static final double CLEAR = 1;

  private static final double SOFT = 8;

  /** Of the pull, how much is cited at most; at last, for lack of better, any word may be. */
  private static final double[] SHARES = {0.7, 1, 0.7, 1};

  private static final int CONTENT_ALONE = 2;
  private static final List<String> LABELS = List.of("negative", "neutral", "positive");

  private static final class Holder {
    static final LinearModel TONE = LinearModel.shipped(ToneScorer.class, "tone-fr.model");
  }

  private final LinearModel model;
  private final TargetTone target;
  private final LanguageDetector languages = new LanguageDetector();

  /** A scorer with the model that ships. */
  public ToneScorer() {
    this(Holder.TONE);
  }

  ToneScorer(LinearModel model) {
    this.model = model;
    this.target = TargetTone.shipped();
  }

  /**
   * A scorer with a model made by {@link ToneTraining}.
   *
   * @throws IOException when the file cannot be read or is no such model
   */
  public static ToneScorer of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      LinearModel model = LinearModel.read(in);
      if (!model.labels.equals(LABELS)) {
        throw new IOException(
            file + " is a model of " + model.labels + ", expected one of " + LABELS);
      }
      return new ToneScorer(model);
    }
  }

  /** The tone of a whole mention. */
  public Tone score(Mention mention) {
    return score(mention.title(), mention.text());
  }

  /** The tone of a title, null when there is none, and a text. */
  public Tone score(@Nullable String title, String text) {
    return score(MentionReading.of(title, text), isForeign(title, text));
  }

  /** The tone of a mention that was read already. */
  public Tone score(Mention mention, MentionReading reading) {
    return score(reading, isForeign(mention.title(), mention.text()));
  }

  /** The tone of what was read already, and is in French. */
  public Tone score(MentionReading reading) {
    return score(reading, false);
  }

  /**
   * The tone toward a brand in a mention.
   *
   * @param brandSpans where the brand's terms stand; when empty, the tone of the whole
   */
  public Tone toward(Mention mention, List<Span> brandSpans) {
    return toward(MentionReading.of(mention.title(), mention.text()), brandSpans);
  }

  /** The tone toward a brand in what was read already. */
  public Tone toward(MentionReading reading, List<Span> brandSpans) {
    if (brandSpans.isEmpty() || reading.size() == 0) {
      return score(reading);
    }
    return target.toward(this, model, reading, brandSpans);
  }

  /**
   * The tone toward what is spoken of in a clause, such as a price: what the polar words of that
   * clause say together, and where they say nothing, as toward a brand. Its confidence is not
   * calibrated.
   */
  public Tone inClause(MentionReading reading, List<Span> spans) {
    int[] clause = TargetFeatures.clause(reading, spans);
    double sum = 0;
    List<ToneReading.Hit> within = new ArrayList<>();
    for (ToneReading.Hit hit : reading.rules.hits) {
      if (hit.from >= clause[0] && hit.to <= clause[1]) {
        sum += hit.value;
        within.add(hit);
      }
    }
    if (Math.abs(sum) < CLEAR) {
      return toward(reading, spans);
    }
    double score = sum / Math.sqrt(sum * sum + SOFT);
    List<Evidence> evidence = new ArrayList<>();
    for (ToneReading.Hit hit : within) {
      evidence.add(
          new Evidence(
              reading.field(hit.from),
              reading.start(hit.from),
              reading.end(hit.to - 1),
              hit.entry.rule(),
              score * hit.value / sum));
    }
    ToneLabel label = sum > 0 ? ToneLabel.POSITIVE : ToneLabel.NEGATIVE;
    return new Tone(label, score, Math.abs(score), evidence);
  }

  private boolean isForeign(@Nullable String title, String text) {
    String language = languages.detect(title == null ? text : title + "\n" + text);
    return !language.equals("fr") && !language.equals(LanguageDetector.UNDETERMINED);
  }

  private Tone score(MentionReading reading, boolean foreign) {
    if (foreign || reading.size() == 0) {
      return Tone.UNKNOWN;
    }
    return tone(reading, model.probabilities(reading.features), model.calibration, 0);
  }

  /**
   * States a tone of these probabilities.
   *
   * @param shift of the score that the words do not carry, for checking what citing changes
   */
  Tone tone(MentionReading reading, double[] probabilities, Calibration calibration, double shift) {
    double score = probabilities[2] - probabilities[0];
    int best = 1;
    for (int k = 0; k < 3; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    double confidence = calibration.confidence(probabilities[best]);
    double[] parts = Contributions.of(model, reading, MARGIN);
    int sign = best - 1;
    boolean[] citable = Citation.citable(reading, false);
    // Without its only hashtag a text is read as no public talk: that is no sum of parts.
    boolean local = reading.features.rules[RuleFeatures.PUBLIC_TALK] == 0;
    for (int attempt = 0; attempt < SHARES.length; attempt++) {
      if (attempt == CONTENT_ALONE) {
        Citation.anyWord(reading, citable);
      }
      boolean[] cited = Citation.choose(reading, parts, citable, sign, SHARES[attempt]);
      if (sign == 0
          || (local && plain(parts, cited, sign))
          || holds(reading, cited, score - shift, sign)) {
        List<Evidence> evidence = Citation.evidence(reading, parts, cited, score);
        boolean unknown = confidence < LEAST_CONFIDENCE || evidence.isEmpty();
        ToneLabel label = unknown ? ToneLabel.UNKNOWN : LABEL[best];
        return new Tone(label, evidence.isEmpty() ? 0 : score, confidence, evidence);
      }
    }
    return new Tone(ToneLabel.UNKNOWN, 0, Math.min(confidence, LEAST_CONFIDENCE), List.of());
  }

  private static final ToneLabel[] LABEL = {
    ToneLabel.NEGATIVE, ToneLabel.NEUTRAL, ToneLabel.POSITIVE
  };

  /** True when what is cited outweighs by far what the rest could come to without it. */
  private static boolean plain(double[] parts, boolean[] cited, int sign) {
    double pull = 0;
    double rest = 0;
    for (int i = 0; i < parts.length; i++) {
      if (cited[i]) {
        pull += sign * parts[i];
      } else {
        rest += Math.max(0, sign * parts[i]);
      }
    }
    return pull > PLAIN * rest + PLAIN;
  }

  /** True when the score without the cited tokens lies nearer to neutral. */
  private boolean holds(MentionReading reading, boolean[] cited, double score, int sign) {
    double[] without = model.probabilities(reading.without(cited).features);
    return (score - (without[2] - without[0])) * sign > 0;
  }
}
