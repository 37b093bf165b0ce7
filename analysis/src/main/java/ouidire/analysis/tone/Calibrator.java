package ouidire.analysis.tone;

import java.util.Arrays;
import java.util.Comparator;

/** Fits a {@link Calibration} on scores for rows that the model had not seen. */
final class Calibrator {
  private static final int POINTS = 21;
  private static final double PRIOR_ROWS = 8;

  private Calibrator() {}

  /** Temperature by least log loss, then the curve by pooling adjacent violators. */
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

  /** The rising curve from the winner's probability to how often it was right. */
  static float[] curve(double[][] probabilities, float[][] targets) {
    int rows = probabilities.length;
    Integer[] order = new Integer[rows];
    Arrays.setAll(order, i -> i);
    double[] winner = new double[rows];
    double[] right = new double[rows];
    for (int i = 0; i < rows; i++) {
      int best = best(probabilities[i]);
      winner[i] = probabilities[i][best];
      right[i] = targets[i][best] > 0.5f ? 1 : 0;
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> winner[i]));
    double[] value = new double[rows];
    double[] weight = new double[rows];
    int[] start = new int[rows];
    int pools = 0;
    for (int i = 0; i < rows; i++) {
      value[pools] = right[order[i]];
      weight[pools] = 1;
      start[pools++] = i;
      while (pools > 1 && value[pools - 2] >= value[pools - 1]) {
        double both = weight[pools - 2] + weight[pools - 1];
        value[pools - 2] =
            (value[pools - 2] * weight[pools - 2] + value[pools - 1] * weight[pools - 1]) / both;
        weight[pools - 2] = both;
        pools--;
      }
    }
    double[] fitted = new double[rows];
    for (int pool = 0; pool < pools; pool++) {
      int end = pool + 1 < pools ? start[pool + 1] : rows;
      Arrays.fill(fitted, start[pool], end, value[pool]);
    }
    return sampled(winner, fitted, order);
  }

  /** The curve at even steps: a mean around each, drawn a little to the diagonal. */
  private static float[] sampled(double[] winner, double[] fitted, Integer[] order) {
    float[] curve = new float[POINTS];
    double step = 1.0 / (POINTS - 1);
    for (int point = 0; point < POINTS; point++) {
      double at = point * step;
      double sum = PRIOR_ROWS * at;
      double weight = PRIOR_ROWS;
      for (int i = 0; i < order.length; i++) {
        double near = 1 - Math.abs(winner[order[i]] - at) / step;
        if (near > 0) {
          sum += near * fitted[i];
          weight += near;
        }
      }
      curve[point] = (float) (sum / weight);
    }
    return curve;
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
