package ouidire.analysis.cascade;

/**
 * SEISMIC: the final size of a cascade as a self-exciting point process whose infectiousness is
 * estimated as it goes (Zhao, Erdogdu, He, Rajaraman, Leskovec, "SEISMIC: A Self-Exciting Point
 * Process Model for Predicting Tweet Popularity", KDD 2015), with the constants of that paper and
 * no calibration. The baseline of the evaluation, and the judge of what is supercritical.
 */
final class Seismic {
  /** Memory kernel: constant until this many seconds, then a power law. */
  private static final double KNEE = 300;

  private static final double EXPONENT = 0.242;
  private static final double CONSTANT = 6.27e-4;

  /** Mean followers of those who reshare, by the paper's data. */
  private static final double MEAN_DEGREE = 100;

  private Seismic() {}

  /**
   * @param infectiousness expected reshares per follower exposed, now
   * @param finalSize expected in the end; infinite when supercritical
   */
  record Estimate(double infectiousness, double finalSize) {
    boolean supercritical() {
      return Double.isInfinite(finalSize);
    }
  }

  static Estimate estimate(Cascade cascade, double age) {
    int now = cascade.countAt(age);
    double window = age / 2;
    double seen = 0;
    double exposed = 0;
    double pending = 0;
    for (int i = 0; i < now; i++) {
      double at = cascade.seconds()[i];
      double degree = cascade.followers()[i];
      // A triangle over the last half of its life weighs what is recent.
      if (i > 0 && at > age - window) {
        seen += 1 - (age - at) / window;
      }
      exposed += degree * weightedKernel(Math.max(at, age - window), at, age, window);
      pending += degree * (1 - kernelIntegral(age - at));
    }
    double infectiousness = exposed == 0 ? 0 : seen / exposed;
    double branching = infectiousness * MEAN_DEGREE;
    double finalSize =
        branching >= 1
            ? Double.POSITIVE_INFINITY
            : now + infectiousness * pending / (1 - branching);
    return new Estimate(infectiousness, finalSize);
  }

  /** Share of the reactions to a post that have come after so many seconds. */
  private static double kernelIntegral(double seconds) {
    if (seconds <= KNEE) {
      return CONSTANT * seconds;
    }
    return CONSTANT * KNEE * (1 + 1 / EXPONENT)
        - CONSTANT * KNEE / EXPONENT * Math.pow(seconds / KNEE, -EXPONENT);
  }

  /**
   * The kernel of a post at {@code at}, weighed by the triangle, over [from, age], piece by piece.
   */
  private static double weightedKernel(double from, double at, double age, double window) {
    double sum = 0;
    double start = from - at;
    double end = age - at;
    double step = Math.max(30, (end - start) / 8);
    while (start < end) {
      double stop = Math.min(end, start + step);
      double middle = (start + stop) / 2;
      double weight = 1 - (age - (at + middle)) / window;
      sum += weight * (kernelIntegral(stop) - kernelIntegral(start));
      start = stop;
    }
    return sum;
  }
}
