package ouidire.analysis.anomaly;

/**
 * The rhythm of a week, learned as time passes: the hour of the day and the day of the week, each a
 * factor of the level. A brand that sleeps on Sundays is not anomalous on Monday mornings. Kept as
 * logarithms within bounds, so that neither an empty hour nor one crisis decides for ever. Not
 * thread-safe.
 */
final class Rhythm {
  private static final int HOURS = 24;
  private static final int DAYS = 7;

  /** An hour comes once a day: it learns so much faster than the level, by half. */
  private static final double HOUR_RATE = HOURS * 0.5;

  /** A weekday comes once a week, and a few weeks tell less of it than days tell of an hour. */
  private static final double DAY_RATE = DAYS * 0.3;

  private final double[] hours = new double[HOURS];
  private final double[] days = new double[DAYS];

  /**
   * @param hourOfWeek 0 to 167
   * @return the factor, above 0; 1 before anything is learned
   */
  double factor(int hourOfWeek) {
    return Math.exp(hours[hourOfWeek % HOURS] + days[hourOfWeek / HOURS]);
  }

  /**
   * Learns from a step that is over.
   *
   * @param excess how far it was above what was expected, as a share of the level, times the rate
   *     at which the level learns
   */
  void learn(int hourOfWeek, double excess) {
    int hour = hourOfWeek % HOURS;
    int day = hourOfWeek / HOURS;
    hours[hour] = Math.clamp(hours[hour] + HOUR_RATE * excess, -3, 1.5);
    days[day] = Math.clamp(days[day] + DAY_RATE * excess, -2, 0.7);
  }
}
