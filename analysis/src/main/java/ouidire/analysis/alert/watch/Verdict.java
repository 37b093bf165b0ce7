package ouidire.analysis.alert.watch;

import ouidire.analysis.anomaly.AnomalyDetector.Reading;

/**
 * What decides whether there is a crisis.
 *
 * @param all the evidence of all mentions
 * @param negative the evidence of negative ones
 * @param burst how far the complaints of the last minutes are from usual, in standard units
 * @param share how far the share of complaints is from usual, in standard units
 * @param anger share of what is more than usual that is negative, in [0, 1]
 * @param insultsOnly whether what is more than usual is mostly insults
 */
record Verdict(
    Reading all, Reading negative, double burst, double share, double anger, boolean insultsOnly) {
  /** Two people who talk to each other are no crisis, however small the brand. */
  static final long FEWEST_AUTHORS = 5;

  /** Distance from usual from which a share of the excess means something. */
  private static final double PLAIN = 2.5;

  /** Standard deviations of a count that are taken for chance. */
  private static final double CHANCE = 0.5;

  /** The windows of one series that are judged. */
  record Windows(Series series, Window hour, Window quarter, Window minutes) {
    Verdict verdict(Sensitivity limits) {
      return of(this, limits);
    }
  }

  private static Verdict of(Windows in, Sensitivity limits) {
    Series series = in.series();
    Reading all = series.reading();
    Reading negative = series.negativeReading();
    Window hour = in.hour();
    double burst = 0;
    double share = 0;
    if (hour.complainants() >= FEWEST_AUTHORS) {
      burst = Math.max(burst(in, in.minutes(), 1), burst(in, in.quarter(), 3));
      burst = Math.max(burst, burst(in, hour, 12));
      share = Math.max(share(series, in.minutes()), share(series, in.quarter()));
      share = Math.max(share, share(series, hour));
    }
    double usualNegative = negative.expected() * Series.STEPS_PER_HOUR;
    double moreNegative = Math.max(1, hour.negative() - usualNegative);
    boolean sudden = burst >= limits.burst() || share >= limits.share();
    boolean insultsOnly =
        hour.insults() >= 0.5 * moreNegative
            && (!sudden || hour.grievances() - usualNegative < 0.5 * hour.insults());
    double anger = Math.max(anger(in, hour, 12), anger(in, in.quarter(), 3));
    anger = Math.max(anger, anger(in, in.minutes(), 1));
    return new Verdict(all, negative, burst, share, anger, insultsOnly);
  }

  private static double burst(Windows in, Window window, double steps) {
    return in.series().negativeBurst(window.complainants(), steps);
  }

  private static double share(Series series, Window window) {
    return window.complainants() < FEWEST_AUTHORS
        ? 0
        : series.shareDistance(window.complainants(), window.mentions());
  }

  /** In [0, 1]; 0 where there is not enough to tell. */
  private static double anger(Windows in, Window window, double steps) {
    Series series = in.series();
    double usual = series.reading().expected() * steps;
    double more = window.mentions() - usual - CHANCE * series.chance(steps);
    double moreNegative = window.negative() - series.negativeReading().expected() * steps;
    // What chance alone may make of so many is not counted.
    double sure = moreNegative - CHANCE * Math.sqrt(window.negative());
    boolean plain = series.negativeBurst(window.negative(), steps) >= PLAIN;
    if (moreNegative < FEWEST_AUTHORS - 1 || sure <= 0 || !plain) {
      return 0;
    }
    return sure / Math.max(more, moreNegative);
  }

  boolean complaints(Sensitivity limits) {
    return negative.anomalous() || burst >= limits.burst() || share >= limits.share();
  }

  /** How far the negative ones are from usual. */
  double distance() {
    return Math.max(negative.deviation(), Math.max(burst, share));
  }
}
