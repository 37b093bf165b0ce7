package ouidire.analysis.opinion;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much time may be spent: so much of each second, and what was not used is kept for {@link
 * #KEPT} seconds at most (a token bucket, counted in nanoseconds). What is spent beyond is owed:
 * all waits until it is paid back. Safe for any number of threads.
 */
final class TimeBudget {
  /** Seconds of which the unused budget is kept. */
  static final int KEPT = 5;

  private static final double SECOND = 1e9;

  private final double share;
  private final LongSupplier nanos;
  private double left;
  private long seen;

  /**
   * @param perSecond time that may be spent in each second
   * @param nanos a clock that never goes back, as {@link System#nanoTime}
   */
  TimeBudget(Duration perSecond, LongSupplier nanos) {
    this.share = perSecond.toNanos() / SECOND;
    this.nanos = nanos;
    this.left = KEPT * SECOND * share;
    this.seen = nanos.getAsLong();
  }

  /** True while something is left. */
  synchronized boolean allows() {
    long now = nanos.getAsLong();
    left = Math.min(KEPT * SECOND * share, left + (now - seen) * share);
    seen = now;
    return left > 0;
  }

  /** Takes away what was spent. */
  synchronized void spend(long spent) {
    left -= spent;
  }
}
