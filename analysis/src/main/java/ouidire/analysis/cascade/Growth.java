package ouidire.analysis.cascade;

/**
 * What the forecast sees of a cascade at one moment of its life: a constant, then logarithms of the
 * count so far, of what came in the second half of its life, in the second quarter, in the last
 * fifth and in the last tenth.
 */
final class Growth {
  static final int FEATURES = 6;

  /**
   * Added to counts of what is to come, so that a cascade that has ended has a finite logarithm.
   */
  private static final double REST = 10;

  private Growth() {}

  static double[] features(Cascade cascade, double age) {
    int now = cascade.countAt(age);
    int half = cascade.countAt(age / 2);
    return new double[] {
      1,
      Math.log1p(now),
      Math.log1p(now - half),
      Math.log1p(half - cascade.countAt(age / 4)),
      Math.log1p(now - cascade.countAt(0.8 * age)),
      Math.log1p(now - cascade.countAt(0.9 * age))
    };
  }

  /** What is learned: the logarithm of what is still to come, as a share of what is there. */
  static double target(Cascade cascade, double age) {
    int now = cascade.countAt(age);
    return Math.log((cascade.size() - now + REST) / now);
  }

  /** The final size that a target stands for; never less than what is there. */
  static double finalSize(double target, int now) {
    return Math.max(now, now + now * Math.exp(target) - REST);
  }
}
