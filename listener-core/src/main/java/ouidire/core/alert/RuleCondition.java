package ouidire.core.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must hold for a rule to fire: a metric over the last while reaches a number.
 *
 * @param metric what is measured
 * @param atLeast the number; with {@code timesUsual}, may be left out
 * @param timesUsual also at least so many times what is usual in such a while; null for no matter
 * @param window over how long, one minute to 24 hours; an hour by default
 */
public record RuleCondition(
    Metric metric, @Nullable Double atLeast, @Nullable Double timesUsual, Duration window) {
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public RuleCondition {
    if (metric == null) {
      throw new IllegalArgumentException("when.metric is missing; give one of " + Metric.words());
    }
    window = Checks.duration("when.window", window, Duration.ofHours(1), Duration.ofHours(24));
    if (window.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("when.window " + window + " is under a minute; give PT1M");
    }
    if (atLeast == null && timesUsual == null) {
      throw new IllegalArgumentException("when has no number; give atLeast or timesUsual");
    }
    if (timesUsual != null && !metric.hasUsual()) {
      throw new IllegalArgumentException(
          "when.timesUsual is for count and negative; give atLeast with " + metric.word());
    }
  }

  /** What can be measured of a rule's mentions. */
  public enum Metric {
    /** How many. */
    COUNT,
    /** How many are negative toward the brand. */
    NEGATIVE,
    /** Share that is negative, in [0, 1]. */
    NEGATIVE_SHARE,
    /** Followers of their authors, each author once. */
    REACH,
    /** Distinct authors. */
    AUTHORS,
    /** Authors who had not spoken of it in the 24 hours before. */
    NEW_AUTHORS,
    /** Distinct sources. */
    SOURCES,
    /** Mentions a minute. */
    SPEED,
    /** Mentions that carry a moderator's flag. */
    FLAGGED,
    /** Age in minutes of the oldest question that nobody answered. */
    UNANSWERED_AGE,
    /** Minutes since the last mention. */
    SILENCE;

    boolean hasUsual() {
      return this == COUNT || this == NEGATIVE;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static String words() {
      return String.join(
          ", ", java.util.Arrays.stream(values()).map(Metric::word).toArray(String[]::new));
    }
  }
}
