package ouidire.analysis.anomaly;

/**
 * Gives each five-minute count an anomaly score, from the past alone.
 *
 * <p>Three quantities are learned, each by exponential smoothing (Winters 1960) with a memory of
 * ten to fifteen days:
 *
 * <ul>
 *   <li>the <em>expected</em> count: a level times the {@link Rhythm} of the week;
 *   <li>the <em>unrest</em>: the spread of counts around it, never below the Poisson spread, so
 *       that a brand of one mention an hour and one of ninety in five minutes are judged alike;
 *   <li>the spread of the <em>evidence</em>, below.
 * </ul>
 *
 * Evidence is what accumulates over minutes: the standardised excess, smoothed with a span of five
 * and a half hours, which is an EWMA control chart (Roberts 1959) whose limit is learned instead of
 * assumed, because successive counts of mentions are not independent. A hundredfold burst crosses
 * the limit in one step, a slow burn after an hour or two. What is learned from is clipped
 * (winsorised), so that a crisis does not become the new normal while it lasts.
 *
 * <p>After a page the detector is silent for {@link #COOL_DOWN} steps: one incident, one page. Not
 * thread-safe.
 */
public final class AnomalyDetector {
  /** Steps a day: one every five minutes. */
  public static final int STEPS_PER_DAY = 288;

  /** Steps without a further page after one: a day. */
  public static final int COOL_DOWN = STEPS_PER_DAY;

  /** Steps before the first page: two and a half days, to learn what is usual. */
  public static final int WARM_UP = 750;

  private static final double MEMORY = 1.0 / (10 * STEPS_PER_DAY);

  /** How evidence spreads is told from longer: it is worth one observation in some hours. */
  private static final double EVIDENCE_MEMORY = 1.0 / (15 * STEPS_PER_DAY);

  /** The quietest hour counts for at least this share of the average one. */
  private static final double LEAST_SHARE = 0.1;

  private static final double CLIP = 3;
  private static final double EVIDENCE_CLIP = 5;

  /** A part of the rhythm is learned relative to at least so many mentions. */
  private static final double LEAST_LEVEL = 0.3;

  /**
   * What was chosen by looking at labelled series: not the best of all tried, but the middle of
   * those that do well ({@link LeaveOneOut}).
   *
   * @param limit deviation at which a page is due, in standard units
   * @param span steps over which evidence is smoothed
   */
  record Tuning(double limit, int span) {
    static final Tuning SHIPPED = new Tuning(2.9, 66);

    double smoothing() {
      return 2.0 / (span + 1);
    }

    /** How many steps the smoothed evidence weighs, as if equally. */
    double stepsWeighed() {
      return (2 - smoothing()) / smoothing();
    }
  }

  /** Highest score of a step that does not page. */
  private static final double BELOW_PAGE = 0.4999;

  private final double limit;
  private final double smoothing;
  private final double stepsWeighed;
  private final Rhythm rhythm = new Rhythm();
  private double level;
  private double unrest;
  private double evidence;
  private double evidenceSpread;
  private long steps;
  private long lastPage = Long.MIN_VALUE / 2;

  public AnomalyDetector() {
    this(Tuning.SHIPPED);
  }

  AnomalyDetector(Tuning tuning) {
    limit = tuning.limit();
    smoothing = tuning.smoothing();
    stepsWeighed = tuning.stepsWeighed();
    evidenceSpread = 1 / stepsWeighed;
  }

  /**
   * What one step says.
   *
   * @param observed the count
   * @param expected what is usual at this hour
   * @param deviation how far the accumulated evidence is above usual, in standard units; 0 when it
   *     is not
   * @param score in [0, 1]; 0.5 or more is a page
   * @param anomalous whether the limit is passed, once enough was learned
   * @param page whether to page now: anomalous, and nobody was paged within the cool-down
   */
  public record Reading(
      double observed,
      double expected,
      double deviation,
      double score,
      boolean anomalous,
      boolean page) {}

  /**
   * Judges the count so far of a step that has not ended, and learns nothing from it. Counts only
   * grow, so what pages now would page at the end of the step.
   */
  public Reading peek(int hourOfWeek, double count) {
    Usual usual = usual(hourOfWeek);
    double smoothed = evidence + (usual.excess(count) - evidence) * smoothing;
    return reading(count, usual, smoothed);
  }

  /**
   * How far one count over a short while is above usual, by itself: no evidence of the hours before
   * is added to it. The signed root of the quasi-Poisson deviance, as in {@link #peek}.
   *
   * @param count mentions in the while
   * @param inSteps how long the while is, in steps; may be a part of one
   * @return in standard units; 0 when it is not above usual, or too little was learned
   */
  public double burst(int hourOfWeek, double count, double inSteps) {
    if (steps < WARM_UP) {
      return 0;
    }
    Usual usual = usual(hourOfWeek);
    double expected = Math.max(usual.expected(), floored(level) * LEAST_SHARE) * inSteps;
    if (count <= expected) {
      return 0;
    }
    double inflation = Math.max(usual.spread() * usual.spread() * inSteps / expected, 1);
    return Math.sqrt(2 * (count * Math.log(count / expected) - (count - expected)) / inflation);
  }

  /** Deviation from which a page is due, in standard units. */
  public static double limit() {
    return Tuning.SHIPPED.limit();
  }

  /** Whether enough was learned to page. */
  public boolean warm() {
    return steps >= WARM_UP;
  }

  /**
   * Standard deviation of the count over a short while, as it was seen until now.
   *
   * @param inSteps how long the while is, in steps
   */
  public double spread(int hourOfWeek, double inSteps) {
    return usual(hourOfWeek).spread() * Math.sqrt(inSteps);
  }

  /**
   * Judges the count of the step that just ended and learns from it.
   *
   * @param hourOfWeek 0 to 167 from Monday's first hour, in the brand's time zone
   * @param count mentions in the step, from 0
   */
  public Reading step(int hourOfWeek, double count) {
    if (steps == 0) {
      level = count;
      unrest = Math.max(count, 1);
    }
    Usual usual = usual(hourOfWeek);
    evidence += (usual.excess(count) - evidence) * smoothing;
    Reading reading = reading(count, usual, evidence);
    if (reading.page()) {
      lastPage = steps;
    }
    learn(hourOfWeek, usual, count);
    steps++;
    return reading;
  }

  private Reading reading(double count, Usual usual, double smoothed) {
    double deviation = deviation(usual, smoothed);
    double score = deviation / (deviation + limit);
    boolean anomalous = score >= 0.5 && steps >= WARM_UP;
    boolean page = anomalous && steps - lastPage >= COOL_DOWN;
    return new Reading(
        count,
        usual.expected(),
        deviation,
        page ? score : Math.min(score, BELOW_PAGE),
        anomalous,
        page);
  }

  /**
   * What is usual at an hour.
   *
   * @param expected mentions in the step
   * @param spread of counts around it
   * @param share how much wider than at the average hour the unrest is, squared
   */
  private record Usual(double expected, double spread, double share) {
    double excess(double count) {
      return (count - expected) / spread;
    }
  }

  private Usual usual(int hourOfWeek) {
    double expected = Math.max(level, 0) * rhythm.factor(hourOfWeek);
    // Busy hours are more restless: between not at all and in proportion, so the root.
    double share = Math.sqrt(Math.max(expected / floored(level), LEAST_SHARE));
    double spread = Math.sqrt(Math.max(Math.max(unrest * share, expected), 0.01));
    return new Usual(expected, spread, share);
  }

  /**
   * How far evidence is from usual. For busy brands it is the excess over its usual spread. Few
   * counts are skewed, and three mentions where one in five hours is usual are no crisis: so the
   * excess is turned into the signed root of the quasi-Poisson deviance (McCullagh and Nelder,
   * Generalized Linear Models, 1989), whose tail is nearly normal for large and small counts alike.
   */
  private double deviation(Usual usual, double smoothed) {
    double inflation = Math.max(evidenceSpread * stepsWeighed, 1);
    double excess = smoothed * Math.sqrt(stepsWeighed / inflation);
    if (excess <= 0) {
      return 0;
    }
    double expected = Math.max(usual.expected(), floored(level) * LEAST_SHARE);
    double independent =
        expected * expected / (usual.spread() * usual.spread()) * stepsWeighed / inflation;
    double seen = independent + excess * Math.sqrt(independent);
    return Math.sqrt(Math.max(0, 2 * (seen * Math.log(seen / independent) - (seen - independent))));
  }

  private void learn(int hourOfWeek, Usual usual, double count) {
    double spread = usual.spread();
    double clipped = Math.clamp(count - usual.expected(), -CLIP * spread, CLIP * spread);
    // The first days weigh equally: a mean of what was seen, until the memory is full.
    double rate = steps == 0 ? 0 : Math.max(MEMORY, 1.0 / (steps + 2));
    level += rate * clipped;
    if (steps >= STEPS_PER_DAY) {
      rhythm.learn(hourOfWeek, MEMORY * clipped / Math.max(level, LEAST_LEVEL));
    }
    unrest += rate * (clipped * clipped / usual.share() - unrest);
    double most = EVIDENCE_CLIP * Math.sqrt(evidenceSpread);
    double bounded = Math.clamp(evidence, -most, most);
    double evidenceRate = Math.max(EVIDENCE_MEMORY, 1.0 / (steps + 50));
    evidenceSpread += evidenceRate * (bounded * bounded - evidenceSpread);
  }

  private static double floored(double level) {
    return Math.max(level, 0.001);
  }
}
