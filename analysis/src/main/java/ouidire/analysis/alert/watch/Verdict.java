package ouidire.analysis.alert.watch;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import ouidire.analysis.anomaly.AnomalyDetector;
import ouidire.analysis.anomaly.AnomalyDetector.Reading;

/**
 * What decides whether there is a crisis.
 *
 * @param all the evidence of all mentions
 * @param negative the evidence of negative ones
 * @param sights what the last five minutes, quarter and hour look like, each by itself
 * @param insultsOnly whether what is more than usual is mostly insults
 */
record Verdict(Reading all, Reading negative, List<Sight> sights, boolean insultsOnly) {
  /** Two people who talk to each other are no crisis, however small the brand. */
  static final long FEWEST_AUTHORS = 5;

  /** Distance from usual from which a share of the excess means something. */
  private static final double PLAIN = 2.5;

  /** Standard deviations of a count that are taken for chance. */
  private static final double CHANCE = 0.5;

  /**
   * One window.
   *
   * @param burst how far its complaints are from usual, in standard units
   * @param share how far the share of complaints is from usual, in standard units
   * @param anger share of what is more than usual that is negative, in [0, 1]
   */
  record Sight(double burst, double share, double anger) {
    /**
     * Whether it looks like a crisis by itself. Were the burst taken from one window and the anger
     * from another, an hour with three times the talk and five minutes with some chance complaints
     * would make one together.
     */
    boolean angry(Sensitivity limits) {
      boolean witnessed = share >= limits.sharedBurst() || burst >= limits.burstAlone();
      return witnessed && anger >= limits.anger();
    }
  }

  /** The windows of one series that are judged. */
  record Windows(Series series, Window hour, Window quarter, Window minutes) {
    Verdict verdict(Sensitivity limits) {
      return of(this, limits);
    }
  }

  private static Verdict of(Windows in, Sensitivity limits) {
    Series series = in.series();
    Reading negative = series.negativeReading();
    Window hour = in.hour();
    List<Sight> sights =
        List.of(
            sight(series, in.minutes(), 1, hour),
            sight(series, in.quarter(), 3, hour),
            sight(series, hour, Series.STEPS_PER_HOUR, hour));
    boolean sudden =
        most(sights, Sight::burst) >= limits.burst()
            || most(sights, Sight::share) >= limits.share();
    double usualNegative = negative.expected() * Series.STEPS_PER_HOUR;
    double moreNegative = Math.max(1, hour.negative() - usualNegative);
    boolean insultsOnly =
        hour.insults() >= 0.5 * moreNegative
            && (!sudden || hour.grievances() - usualNegative < 0.5 * hour.insults());
    return new Verdict(series.reading(), negative, sights, insultsOnly);
  }

  private static Sight sight(Series series, Window window, double steps, Window hour) {
    boolean many = hour.complainants() >= FEWEST_AUTHORS;
    double burst = many ? series.negativeBurst(window.complainants(), steps) : 0;
    double looks = Series.STEPS_PER_HOUR / steps;
    return new Sight(burst, share(series, window, hour, looks), anger(series, window, steps));
  }

  /**
   * How far the share of complaints in a window is from what it was before. A short window is
   * looked at more often in an hour than a long one, so that chance alone takes it farther: its
   * deviance is reduced by what so many looks add to it (Bonferroni's correction, by the tail of
   * the normal distribution; windows that overlap count as the root of their number).
   */
  private static double share(Series series, Window window, Window hour, double looks) {
    if (window.complainants() < FEWEST_AUTHORS) {
      return 0;
    }
    long before = hour.mentions() - window.mentions();
    long grievances = hour.grievances() - window.grievances();
    double distance =
        series.shareDistance(window.complainants(), window.mentions(), grievances, before);
    return Math.sqrt(Math.max(0, distance * distance - Math.log(looks)));
  }

  /** In [0, 1]; 0 where there is not enough to tell. */
  private static double anger(Series series, Window window, double steps) {
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

  private static double most(List<Sight> sights, ToDoubleFunction<Sight> of) {
    return sights.stream().mapToDouble(of).max().orElse(0);
  }

  /** How far the complaints of the last minutes are from usual, in standard units. */
  double burst() {
    return most(sights, Sight::burst);
  }

  /** How far the share of complaints is from usual, in standard units. */
  double share() {
    return most(sights, Sight::share);
  }

  boolean complaints(Sensitivity limits) {
    return negative.anomalous() || burst() >= limits.burst() || share() >= limits.share();
  }

  /** Whether one of the windows looks like a crisis by itself. */
  boolean angry(Sensitivity limits) {
    return sights.stream().anyMatch(sight -> sight.angry(limits));
  }

  /**
   * A measure and what it has to reach.
   *
   * @param distance from usual, in standard units
   * @param limit from which on it fires by itself
   */
  record Measure(double distance, double limit) {
    private double reached() {
      return distance / limit;
    }
  }

  /** The measure that went farthest toward its limit, or beyond. */
  Measure farthest(Sensitivity limits) {
    return Stream.of(
            new Measure(negative.deviation(), AnomalyDetector.limit()),
            new Measure(burst(), limits.burst()),
            new Measure(share(), limits.share()))
        .max(Comparator.comparingDouble(Measure::reached))
        .orElseThrow();
  }

  /** How far the negative ones are from usual. */
  double distance() {
    return Math.max(negative.deviation(), Math.max(burst(), share()));
  }
}
