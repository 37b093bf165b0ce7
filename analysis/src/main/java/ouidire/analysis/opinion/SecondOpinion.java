package ouidire.analysis.opinion;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.tone.MentionReading;
import ouidire.analysis.tone.ToneReview;
import ouidire.analysis.tone.ToneScorer;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/**
 * Asks a classifier about mentions whose tone is unsure, and joins both answers. Each counts for
 * one half: the probabilities of the joint answer are the means of the two; its confidence is the
 * highest of them, its score that of positive less that of negative. The law of evidence holds for
 * the joint answer as for the first one: without the words cited, the joint score lies nearer to
 * neutral; words that moved the second answer are found by leaving each out. Where no words hold,
 * the answer is an abstention. Safe for any number of threads.
 */
public final class SecondOpinion implements ToneReview, AutoCloseable {
  /** The rule of evidence that the classifier gave. */
  public static final String RULE = "second opinion";

  private static final Logger LOG = LoggerFactory.getLogger(SecondOpinion.class);
  private static final int MOST_FAILURES_TOLD = 10;

  private final TextClassifier classifier;
  private final ToneScorer first;
  private final double below;
  private final TimeBudget budget;
  private final LongSupplier nanos;
  private final AtomicLongArray counts = new AtomicLongArray(Outcome.values().length);

  /** What became of a mention whose tone was unsure. */
  public enum Outcome {
    /** Both said the same label. */
    AGREED,
    /** The joint answer has another label than the first had. */
    CHANGED,
    /** The joint answer has the first one's label although the second had another. */
    OVERRULED,
    /** Not asked: the budget was spent. */
    SKIPPED,
    /** The classifier failed; the first answer stands. */
    FAILED
  }

  /**
   * A second opinion by an opened classifier, which this closes.
   *
   * @param below mentions whose tone is less sure than this are asked about, in (0, 1]
   * @param perSecond time that may be spent on them in each second
   */
  public SecondOpinion(
      TextClassifier classifier, ToneScorer first, double below, Duration perSecond) {
    this(classifier, first, below, perSecond, System::nanoTime);
  }

  SecondOpinion(
      TextClassifier classifier,
      ToneScorer first,
      double below,
      Duration perSecond,
      LongSupplier nanos) {
    this.classifier = classifier;
    this.first = first;
    this.below = below;
    this.budget = new TimeBudget(perSecond, nanos);
    this.nanos = nanos;
  }

  /** The joint tone where the first is unsure and the budget allows, else the first. */
  @Override
  public Tone on(@Nullable String title, String text, MentionReading reading, Tone tone) {
    boolean silent = tone.evidence().isEmpty() && tone.confidence() == 0;
    if (silent || tone.confidence() >= below || reading.size() == 0) {
      return tone;
    }
    if (!budget.allows()) {
      add(Outcome.SKIPPED);
      return tone;
    }
    long began = nanos.getAsLong();
    try {
      return joint(new MentionText(title, text), reading, tone);
    } catch (RuntimeException e) {
      // Whatever a model or its tokenizer trips over, the mention has its first answer.
      if (add(Outcome.FAILED) <= MOST_FAILURES_TOLD) {
        LOG.warn("no second opinion on a mention of {} tokens", reading.size(), e);
      }
      return tone;
    } finally {
      budget.spend(nanos.getAsLong() - began);
    }
  }

  private Tone joint(MentionText text, MentionReading reading, Tone tone) {
    double[] second = classifier.probabilities(List.of(text.whole()))[0];
    if (!Double.isFinite(second[0] + second[1] + second[2])) {
      throw new IllegalStateException("the model gives no numbers");
    }
    double[] both = mean(Probabilities.of(tone), second);
    int best = Probabilities.best(both);
    double score = both[2] - both[0];
    add(outcome(tone, Probabilities.best(second), best));
    if (both[best] < ToneScorer.LEAST_CONFIDENCE) {
      return new Tone(ToneLabel.UNKNOWN, score, both[best], tone.evidence());
    }
    ToneLabel label = Probabilities.LABELS.get(best);
    if (label == tone.label() && holds(text, tone.evidence(), score, best - 1)) {
      return new Tone(label, score, both[best], scaled(tone.evidence(), score));
    }
    List<Evidence> moved = new Occlusion(classifier).evidence(text, reading, second, best, score);
    if (!moved.isEmpty() && holds(text, moved, score, best - 1)) {
      return new Tone(label, score, both[best], moved);
    }
    return new Tone(ToneLabel.UNKNOWN, 0, ToneScorer.LEAST_CONFIDENCE, List.of());
  }

  private static Outcome outcome(Tone tone, int second, int both) {
    ToneLabel joint = Probabilities.LABELS.get(both);
    if (joint != tone.label()) {
      return Outcome.CHANGED;
    }
    return second == both ? Outcome.AGREED : Outcome.OVERRULED;
  }

  /**
   * True when the joint score without the cited words lies nearer to neutral; always of neutral.
   */
  private boolean holds(MentionText text, List<Evidence> cited, double score, int sign) {
    if (sign == 0) {
      return true;
    }
    MentionText rest = text.without(cited);
    double[] second = classifier.probabilities(List.of(rest.whole()))[0];
    double[] both = mean(Probabilities.of(first.score(rest.title(), rest.text())), second);
    return (score - (both[2] - both[0])) * sign > 0;
  }

  /** The same words; their weights sum to as much of the score as they did of the first one's. */
  private static List<Evidence> scaled(List<Evidence> evidence, double score) {
    double sum = evidence.stream().mapToDouble(part -> Math.abs(part.weight())).sum();
    double scale = sum == 0 ? 0 : Math.abs(score) / sum;
    return evidence.stream()
        .map(
            part ->
                new Evidence(
                    part.field(), part.start(), part.end(), part.rule(), part.weight() * scale))
        .toList();
  }

  private static double[] mean(double[] one, double[] other) {
    double[] mean = new double[one.length];
    Arrays.setAll(mean, k -> (one[k] + other[k]) / 2);
    return mean;
  }

  private long add(Outcome outcome) {
    return counts.incrementAndGet(outcome.ordinal());
  }

  /** How many mentions ended so since the start. */
  public long count(Outcome outcome) {
    return counts.get(outcome.ordinal());
  }

  @Override
  public void close() {
    classifier.close();
  }
}
