package ouidire.analysis.tone;

/** Fits a {@link Calibration} on scores for rows that the model had not seen. */
final class Calibrator {
  private static final int POINTS = 41;
  private static final int STEPS = 20;
  private static final double LEAST = 0.002;
  private static final double PRIOR_ROWS = 8;

  private Calibrator() {}

  /** Temperature by least log loss, then the curve. */
  static Calibration fit(double[][] scores, float[][] targets) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= 30; step++) {
      double temperature = 0.5 * Math.pow(1.08, step);
      double loss = logLoss(scores, targets, temperature);
      if (loss < least) {
        least = loss;
        best = temperature;
      }
    }
    double[][] probabilities = new double[scores.length][];
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = probabilities(scores[i], best);
    }
    return new Calibration(best, curve(probabilities, targets));
  }

  /**
   * The curve from the winner's probability to how often it was right: a logistic of its log odds,
   * two numbers fitted by Newton's method (Platt 1999), so that a few rows more or less bend no
   * part of it by themselves.
   */
  static float[] curve(double[][] probabilities, float[][] targets) {
    double[] odds = new double[probabilities.length];
    boolean[] right = new boolean[odds.length];
    for (int i = 0; i < odds.length; i++) {
      int best = best(probabilities[i]);
      odds[i] = logit(probabilities[i][best]);
      right[i] = targets[i][best] > 0.5f;
    }
    double slope = 1;
    double shift = 0;
    for (int step = 0; step < STEPS; step++) {
      double towardSlope = (1 - slope) * PRIOR_ROWS;
      double towardShift = -shift * PRIOR_ROWS;
      double slopes = PRIOR_ROWS;
      double shifts = PRIOR_ROWS;
      double both = 0;
      for (int i = 0; i < odds.length; i++) {
        double stated = Softmax.sigmoid(slope * odds[i] + shift);
        double missing = (right[i] ? 1 : 0) - stated;
        double spread = stated * (1 - stated);
        towardSlope += missing * odds[i];
        towardShift += missing;
        slopes += spread * odds[i] * odds[i];
        shifts += spread;
        both += spread * odds[i];
      }
      double area = slopes * shifts - both * both;
      slope += (shifts * towardSlope - both * towardShift) / area;
      shift += (slopes * towardShift - both * towardSlope) / area;
    }
    float[] curve = new float[POINTS];
    for (int point = 0; point < POINTS; point++) {
      double probability = point / (POINTS - 1.0);
      curve[point] = (float) Softmax.sigmoid(Math.max(slope, 0) * logit(probability) + shift);
    }
    return curve;
  }

  private static double logit(double probability) {
    double bounded = Math.max(LEAST, Math.min(1 - LEAST, probability));
    return Math.log(bounded / (1 - bounded));
  }

  private static double logLoss(double[][] scores, float[][] targets, double temperature) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double[] probabilities = probabilities(scores[i], temperature);
      for (int k = 0; k < probabilities.length; k++) {
        loss -= targets[i][k] * Math.log(Math.max(1e-9, probabilities[k]));
      }
    }
    return loss;
  }

  private static double[] probabilities(double[] scores, double temperature) {
    double[] probabilities = new double[scores.length];
    for (int k = 0; k < scores.length; k++) {
      probabilities[k] = scores[k] / temperature;
    }
    Softmax.inPlace(probabilities);
    return probabilities;
  }

  static int best(double[] values) {
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      best = values[k] > values[best] ? k : best;
    }
    return best;
  }
}
