package ouidire.ingest.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked next. After a success: its configured interval, or longer when the feed
 * ({@code ttl}, {@code sy:updatePeriod}) or its server ({@code max-age}) says that sooner is no
 * use, up to an hour. After failures: the interval doubled each time, up to six hours, and never
 * sooner than the server asks ({@code Retry-After}). Every wait is up to a tenth longer, so that
 * feeds of one server drift apart.
 */
final class FeedSchedule {
  static final Duration SLOWEST_BY_HINT = Duration.ofHours(1);
  static final Duration SLOWEST_BY_FAILURE = Duration.ofHours(6);
  static final Duration WHEN_GONE = Duration.ofDays(1);
  private static final Duration SPREAD = Duration.ofSeconds(30);
  private static final Duration SPREAD_EACH = Duration.ofMillis(200);
  private static final int MOST_DOUBLINGS = 12;

  private final Duration every;
  private final RandomGenerator random;

  FeedSchedule(Duration every, RandomGenerator random) {
    this.every = every;
    this.random = random;
  }

  /** Before the first question, when {@code feeds} start together. */
  Duration first(int feeds) {
    Duration spread = shorter(SPREAD, shorter(every, SPREAD_EACH.multipliedBy(feeds - 1L)));
    return scaled(spread, random.nextDouble());
  }

  Duration afterSuccess(@Nullable Duration rhythm, @Nullable Duration freshFor) {
    Duration hint = longer(orZero(rhythm), orZero(freshFor));
    return jittered(longer(every, shorter(hint, SLOWEST_BY_HINT)));
  }

  /**
   * @param failures in a row, this one included
   */
  Duration afterFailure(int failures, @Nullable Duration retryAfter) {
    int doublings = Math.min(failures, MOST_DOUBLINGS);
    Duration backedOff = shorter(every.multipliedBy(1L << doublings), SLOWEST_BY_FAILURE);
    return jittered(longer(longer(every, backedOff), orZero(retryAfter)));
  }

  Duration afterGone() {
    return jittered(WHEN_GONE);
  }

  private Duration jittered(Duration wait) {
    return wait.plus(scaled(wait, random.nextDouble() / 10));
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }

  private static Duration orZero(@Nullable Duration duration) {
    return duration == null ? Duration.ZERO : duration;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
