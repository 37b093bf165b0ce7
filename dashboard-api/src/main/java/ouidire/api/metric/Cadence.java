package ouidire.api.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How regularly somebody publishes. A silence is worth a warning when it lasts longer than three
 * times the median gap and longer than nine gaps in ten, once there are {@value #ENOUGH} gaps.
 *
 * @param publications how many
 * @param perWeek publications a week, over the time looked at
 * @param median gap between one and the next; null before two
 * @param longest the longest silence, the present one included; null before one
 * @param silence since the last; null before one
 * @param warnAfter the silence from which on it is worth a warning; null while gaps are too few
 */
public record Cadence(
    int publications,
    double perWeek,
    @Nullable Duration median,
    @Nullable Duration longest,
    @Nullable Duration silence,
    @Nullable Duration warnAfter) {
  /** Gaps from which on there is a habit. */
  public static final int ENOUGH = 5;

  private static final double WEEK = Duration.ofDays(7).toSeconds();

  /**
   * @param times of publications, in any order
   * @param from the beginning of the time looked at; null for the first publication
   * @param now its end
   */
  public static Cadence of(List<Instant> times, @Nullable Instant from, Instant now) {
    List<Instant> sorted = times.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return new Cadence(0, 0, null, null, null, null);
    }
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      gaps.add(Duration.between(sorted.get(i - 1), sorted.get(i)));
    }
    gaps.sort(Comparator.naturalOrder());
    Duration silence = Duration.between(sorted.getLast(), now);
    Duration longest =
        gaps.isEmpty() || silence.compareTo(gaps.getLast()) > 0 ? silence : gaps.getLast();
    double seconds = Duration.between(from == null ? sorted.getFirst() : from, now).toSeconds();
    Duration median = gaps.isEmpty() ? null : median(gaps);
    Duration warnAfter = null;
    if (median != null && gaps.size() >= ENOUGH) {
      Duration thrice = median.multipliedBy(3);
      Duration ninth = gaps.get((int) Math.ceil(0.9 * gaps.size()) - 1);
      warnAfter = thrice.compareTo(ninth) > 0 ? thrice : ninth;
    }
    return new Cadence(
        sorted.size(),
        sorted.size() / Math.max(1, seconds / WEEK),
        median,
        longest,
        silence,
        warnAfter);
  }

  private static Duration median(List<Duration> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
  }

  /** Whether the present silence is worth a warning. */
  public boolean isLate() {
    return silence != null && warnAfter != null && silence.compareTo(warnAfter) > 0;
  }
}
