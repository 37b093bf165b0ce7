package ouidire.analysis.cascade;

/** Into what stretches of time a story's life is cut to be drawn: at most 180, of a round size. */
final class TimeScale {
  /** Stretches that a life is cut into, at most. */
  static final int MOST = 180;

  private static final long[] SIZES = {10, 60, 300, 900, 3_600, 3 * 3_600, 24 * 3_600};

  private TimeScale() {}

  /** Seconds of one stretch of a life of so many seconds; a day for whatever is longer. */
  static long size(long life) {
    for (long each : SIZES) {
      if (life / each < MOST) {
        return each;
      }
    }
    return SIZES[SIZES.length - 1];
  }
}
