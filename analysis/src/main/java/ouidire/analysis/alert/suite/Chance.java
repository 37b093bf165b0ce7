package ouidire.analysis.alert.suite;

import java.util.Random;

/** Draws from distributions that the JDK leaves out. */
final class Chance {
  private Chance() {}

  /** Knuth's product method for small means, a rounded normal for large ones. */
  static int poisson(Random random, double mean) {
    if (mean > 60) {
      return Math.max(0, (int) Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** Of scale 1 (Marsaglia and Tsang, A simple method for generating gamma variables, 2000). */
  static double gamma(Random random, double shape) {
    if (shape < 1) {
      return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
