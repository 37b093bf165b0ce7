package ouidire.analysis.anomaly;

import java.util.ArrayList;
import java.util.List;

/**
 * The alert rules that today's tools document, as baselines: all look at whole hours against a past
 * of hours, after a warm-up of seven days, and page in the last row of the hour that breaks them.
 */
enum VendorRules {
  /**
   * The last hour above the mean of 14 days by three standard deviations (Huginn's peak detector).
   */
  MEAN_PLUS_3_SIGMA("hour > mean + 3 sd over 14 days (Huginn)") {
    @Override
    boolean breaks(double[] hours, int now) {
      int from = Math.max(0, now - 14 * DAY);
      return hours[now] > mean(hours, from, now) + 3 * deviation(hours, from, now);
    }
  },
  /** The last hour above one and a half times the mean of seven days (Agility). */
  ABOVE_150_PERCENT("hour > 150 % of the 7-day mean (Agility)") {
    @Override
    boolean breaks(double[] hours, int now) {
      return hours[now] > 1.5 * mean(hours, now - WEEK, now);
    }
  },
  /** The last hour above three times the mean of seven days (Agility). */
  ABOVE_300_PERCENT("hour > 300 % of the 7-day mean (Agility)") {
    @Override
    boolean breaks(double[] hours, int now) {
      return hours[now] > 3 * mean(hours, now - WEEK, now);
    }
  },
  /**
   * The mean of a day above that of seven days by one and a half standard deviations
   * (Socialmetrix).
   */
  DAY_ABOVE_WEEK("24 h mean > 7-day mean + 1.5 sd (Socialmetrix)") {
    @Override
    boolean breaks(double[] hours, int now) {
      return mean(hours, now - DAY + 1, now + 1)
          > mean(hours, now - WEEK, now) + 1.5 * deviation(hours, now - WEEK, now);
    }
  },
  /**
   * The last hour twice the past twelve hours' mean, and above yesterday's and last week's
   * (Meltwater).
   */
  TWICE_HALF_DAY("hour > 2x the past 12 h, above yesterday and last week (Meltwater)") {
    @Override
    boolean breaks(double[] hours, int now) {
      return hours[now] > 2 * mean(hours, now - 12, now)
          && hours[now] > hours[now - DAY]
          && hours[now] > hours[now - WEEK];
    }
  };

  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;
  private static final int ROWS_PER_HOUR = AnomalyDetector.STEPS_PER_DAY / DAY;

  final String rule;

  VendorRules(String rule) {
    this.rule = rule;
  }

  /** Whether the hour breaks the rule; at least a week of hours stands before it. */
  abstract boolean breaks(double[] hours, int now);

  /** The rows that would have been paged. */
  List<Integer> detections(double[] counts) {
    double[] hours = new double[counts.length / ROWS_PER_HOUR];
    for (int i = 0; i < hours.length * ROWS_PER_HOUR; i++) {
      hours[i / ROWS_PER_HOUR] += counts[i];
    }
    List<Integer> rows = new ArrayList<>();
    for (int hour = WEEK; hour < hours.length; hour++) {
      if (breaks(hours, hour)) {
        rows.add((hour + 1) * ROWS_PER_HOUR - 1);
      }
    }
    return rows;
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  private static double deviation(double[] values, int from, int to) {
    double mean = mean(values, from, to);
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(squares / (to - from));
  }
}
