package ouidire.core.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must hold for a rule to fire: a metric over the last while reaches a number.
 *
 * @param metric what is measured
 * @param atLeast the number, above 0, a share at most 1; with {@code timesUsual}, may be left out
 * @param timesUsual also at least so many times what is usual in such a while, above 0; null for no
 *     matter
 * @param window over how long, one minute to 24 hours; an hour by default
 */
public record RuleCondition(
    Metric metric, @Nullable Double atLeast, @Nullable Double timesUsual, Duration window) {
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public RuleCondition {
    if (metric == null) {
      throw Checks.wrong(
          "metric", null, "donnez une mesure : " + Metric.words(), "give one of " + Metric.words());
    }
    window = Checks.duration("window", window, Duration.ofHours(1), Duration.ofHours(24));
    if (window.compareTo(Duration.ofMinutes(1)) < 0) {
      throw Checks.wrong("window", window, "donnez au moins une minute", "give at least PT1M");
    }
    if (atLeast == null && timesUsual == null) {
      throw Checks.wrong(
          "atLeast",
          null,
          "donnez un seuil, ou un multiple de l’habitude",
          "give atLeast or timesUsual");
    }
    if (atLeast != null && !(atLeast > 0 && atLeast < Double.POSITIVE_INFINITY)) {
      throw Checks.wrong(
          "atLeast",
          atLeast,
          "donnez plus de 0 : ce seuil serait toujours atteint",
          "give more than 0: this would always be reached");
    }
    if (atLeast != null && atLeast > 1 && metric == Metric.NEGATIVE_SHARE) {
      throw Checks.wrong(
          "atLeast",
          atLeast,
          "donnez une part de 0 à 1, comme 0.4 pour 40 %",
          "give a share of 0 to 1, such as 0.4 for 40%");
    }
    if (timesUsual != null && !(timesUsual > 0 && timesUsual < Double.POSITIVE_INFINITY)) {
      throw Checks.wrong("timesUsual", timesUsual, "donnez plus de 0", "give more than 0");
    }
    if (timesUsual != null && !metric.hasUsual()) {
      throw Checks.wrong(
          "timesUsual",
          timesUsual,
          "seuls count et negative ont une habitude ; donnez atLeast",
          "only count and negative have a usual level; give atLeast");
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
