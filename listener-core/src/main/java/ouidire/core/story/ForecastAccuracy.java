package ouidire.core.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the forecast was on the stories of this place that have ended: what was forecast at
 * fixed ages, from what was there by then, against what came.
 *
 * @param at the moment that is told
 * @param stories that ended and were large enough to be forecast
 * @param scale by how much the model's intervals are widened (above 1) or narrowed for that; 1
 *     while nothing is known
 * @param ages one row an age, youngest first
 */
public record ForecastAccuracy(Instant at, int stories, double scale, List<Age> ages) {
  public ForecastAccuracy {
    ages = List.copyOf(ages);
  }

  /**
   * One age.
   *
   * @param seconds after the first mention
   * @param n stories that were forecast at that age
   * @param refused stories of which no forecast would have been honest then
   * @param medianError median of {@code |expected - end| / end}; null without a forecast
   * @param coverage share of ends within the model's own 80 % interval; null without a forecast
   * @param calibratedCoverage the same for intervals calibrated on the other stories alone
   */
  public record Age(
      long seconds,
      int n,
      int refused,
      @Nullable Double medianError,
      @Nullable Double coverage,
      @Nullable Double calibratedCoverage) {}
}
