package ouidire.analysis.tone;

import java.util.Arrays;

/**
 * Logistic regression with an L2 penalty, by L-BFGS: softmax over exclusive classes, or one sigmoid
 * a class. The same rows give the same weights: no randomness, one thread.
 *
 * <p>It minimises the sum of the log losses plus {@code |w|² / (2 c)}; the bias is not penalised.
 */
final class LogisticRegression {
  private static final int MEMORY = 8;
  private static final int MOST_STEPS = 150;
  private static final double ENOUGH = 5e-4;

  private final int[][] index;
  private final float[][] value;
  private final float[][] target;
  private final float[] rowWeight;
  private final boolean softmax;
  private final int features;
  private final int outputs;
  private final double penalty;

  /** A bound of the curvature along each feature: what makes steps of a fitting size. */
  private final double[] curvature;

  /**
   * @param index the features of each row, any order, all below {@code features}
   * @param value their values
   * @param target wanted probability of each output for each row
   * @param rowWeight how often each row counts
   * @param softmax true when outputs exclude each other
   * @param c inverse strength of the penalty, above 0
   */
  LogisticRegression(
      int[][] index,
      float[][] value,
      float[][] target,
      float[] rowWeight,
      boolean softmax,
      int features,
      double c) {
    this.index = index;
    this.value = value;
    this.target = target;
    this.rowWeight = rowWeight;
    this.softmax = softmax;
    this.features = features;
    this.outputs = target[0].length;
    this.penalty = 1 / c;
    this.curvature = curvature();
  }

  private double[] curvature() {
    double[] bound = new double[features + 1];
    Arrays.fill(bound, 0, features, penalty);
    bound[features] = 1e-3;
    for (int row = 0; row < index.length; row++) {
      for (int i = 0; i < index[row].length; i++) {
        bound[index[row][i]] += rowWeight[row] * value[row][i] * value[row][i] / 4;
      }
      bound[features] += rowWeight[row] / 4;
    }
    return bound;
  }

  /** Weights, {@code feature * outputs + output}; the biases come after the last feature. */
  double[] fit() {
    int size = (features + 1) * outputs;
    double[] weights = new double[size];
    double[] gradient = new double[size];
    double loss = loss(weights, gradient);
    double[][] steps = new double[MEMORY][];
    double[][] changes = new double[MEMORY][];
    double[] rho = new double[MEMORY];
    int kept = 0;
    double initial = norm(gradient);
    for (int round = 0; round < MOST_STEPS && norm(gradient) > ENOUGH * initial; round++) {
      double[] direction = direction(gradient, steps, changes, rho, kept);
      double slope = dot(direction, gradient);
      double step = 1;
      double[] next = new double[size];
      double[] nextGradient = new double[size];
      double nextLoss = Double.POSITIVE_INFINITY;
      for (int tries = 0; tries < 25; tries++, step /= 2) {
        for (int i = 0; i < size; i++) {
          next[i] = weights[i] + step * direction[i];
        }
        nextLoss = loss(next, nextGradient);
        if (nextLoss <= loss + 1e-4 * step * slope) {
          break;
        }
      }
      if (nextLoss >= loss) {
        break;
      }
      int slot = kept % MEMORY;
      steps[slot] = difference(next, weights);
      changes[slot] = difference(nextGradient, gradient);
      double bend = dot(steps[slot], changes[slot]);
      if (bend > 1e-12) {
        rho[slot] = 1 / bend;
        kept++;
      }
      weights = next;
      gradient = nextGradient;
      loss = nextLoss;
    }
    return weights;
  }

  private double loss(double[] weights, double[] gradient) {
    double loss = 0;
    int biases = features * outputs;
    for (int i = 0; i < biases; i++) {
      gradient[i] = penalty * weights[i];
      loss += penalty * weights[i] * weights[i] / 2;
    }
    Arrays.fill(gradient, biases, gradient.length, 0);
    double[] scores = new double[outputs];
    for (int row = 0; row < index.length; row++) {
      int[] at = index[row];
      float[] with = value[row];
      System.arraycopy(weights, biases, scores, 0, outputs);
      for (int i = 0; i < at.length; i++) {
        int base = at[i] * outputs;
        for (int k = 0; k < outputs; k++) {
          scores[k] += with[i] * weights[base + k];
        }
      }
      loss += rowWeight[row] * residuals(scores, target[row]);
      for (int k = 0; k < outputs; k++) {
        scores[k] *= rowWeight[row];
      }
      for (int i = 0; i < at.length; i++) {
        int base = at[i] * outputs;
        for (int k = 0; k < outputs; k++) {
          gradient[base + k] += with[i] * scores[k];
        }
      }
      for (int k = 0; k < outputs; k++) {
        gradient[biases + k] += scores[k];
      }
    }
    return loss;
  }

  /** Turns scores into probability less target, and returns the log loss. */
  private double residuals(double[] scores, float[] wanted) {
    double loss = 0;
    if (softmax) {
      Softmax.inPlace(scores);
      for (int k = 0; k < outputs; k++) {
        loss -= wanted[k] * Math.log(Math.max(1e-12, scores[k]));
        scores[k] -= wanted[k];
      }
      return loss;
    }
    for (int k = 0; k < outputs; k++) {
      double probability = Softmax.sigmoid(scores[k]);
      loss -=
          wanted[k] * Math.log(Math.max(1e-12, probability))
              + (1 - wanted[k]) * Math.log(Math.max(1e-12, 1 - probability));
      scores[k] = probability - wanted[k];
    }
    return loss;
  }

  private double[] direction(
      double[] gradient, double[][] steps, double[][] changes, double[] rho, int kept) {
    double[] direction = gradient.clone();
    int oldest = Math.max(0, kept - MEMORY);
    double[] alpha = new double[MEMORY];
    for (int k = kept - 1; k >= oldest; k--) {
      int slot = k % MEMORY;
      alpha[slot] = rho[slot] * dot(steps[slot], direction);
      addTo(direction, changes[slot], -alpha[slot]);
    }
    double scale = 1;
    if (kept > 0) {
      int slot = (kept - 1) % MEMORY;
      scale = 1 / (rho[slot] * scaled(changes[slot]));
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] *= scale / curvature[i / outputs];
    }
    for (int k = oldest; k < kept; k++) {
      int slot = k % MEMORY;
      double beta = rho[slot] * dot(changes[slot], direction);
      addTo(direction, steps[slot], alpha[slot] - beta);
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -direction[i];
    }
    return direction;
  }

  private double scaled(double[] change) {
    double sum = 0;
    for (int i = 0; i < change.length; i++) {
      sum += change[i] * change[i] / curvature[i / outputs];
    }
    return sum;
  }

  private static void addTo(double[] sum, double[] other, double by) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += by * other[i];
    }
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
