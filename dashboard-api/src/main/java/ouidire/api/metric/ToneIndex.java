package ouidire.api.metric;

/**
 * How positive the tone is as a whole: {@code (positive - negative) / (positive + neutral +
 * negative)}, in [-1, 1], with a 95 % confidence interval. Mentions of unknown tone do not count.
 *
 * <p>The index is the difference of two dependent proportions, of which the interval is the score
 * interval of T. Tango, "Equivalence test and confidence interval for the difference in proportions
 * for the paired-sample design", Statistics in Medicine 17 (1998), 891-908: all differences d that
 * the score test does not reject, {@code |positive - negative - n d| <= z sqrt(n (2 q + d (1 -
 * d)))}, where q is the likeliest proportion of negatives under d, the positive root of {@code 2 n
 * q^2 + (-(p + m) + (2 n - p + m) d) q - m d (1 - d) = 0} for p positives and m negatives. Unlike
 * the usual normal interval it keeps within [-1, 1] and is honest for small n.
 *
 * @param n mentions with a tone
 * @param index the index; 0 when n is 0
 * @param low lower end of the interval; -1 when n is 0
 * @param high upper end of the interval; 1 when n is 0
 */
public record ToneIndex(long n, double index, double low, double high) {
  /** The normal distribution's 97.5 % quantile. */
  private static final double Z = 1.959963984540054;

  private static final int HALVINGS = 60;

  public static ToneIndex of(long negative, long neutral, long positive) {
    long n = negative + neutral + positive;
    if (n == 0) {
      return new ToneIndex(0, 0, -1, 1);
    }
    double index = (double) (positive - negative) / n;
    double high = upperEnd(positive, negative, n, index);
    double low = -upperEnd(negative, positive, n, -index);
    return new ToneIndex(n, index, low, high);
  }

  /** By halving: the score falls from 0 at the index to below -z before 1, or never does. */
  private static double upperEnd(double more, double less, double n, double index) {
    if (index >= 1) {
      return 1;
    }
    double inside = index;
    double outside = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (inside + outside) / 2;
      if (score(more, less, n, middle) >= -Z) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  private static double score(double more, double less, double n, double d) {
    double b = -(more + less) + (2 * n - more + less) * d;
    double c = -less * d * (1 - d);
    double q = (Math.sqrt(Math.max(0, b * b - 8 * n * c)) - b) / (4 * n);
    double variance = n * (2 * q + d * (1 - d));
    double distance = more - less - n * d;
    return variance <= 0
        ? Math.signum(distance) * Double.MAX_VALUE
        : distance / Math.sqrt(variance);
  }
}
