package ouidire.analysis.cascade;

import java.util.Arrays;
import java.util.List;

/**
 * Linear regression by least absolute deviations with a ridge: iteratively reweighted least squares
 * (Schlossmacher, 1973) on standardised columns, the first being the constant. The median is what
 * is measured, and outliers are frequent.
 */
final class LeastDeviations {
  private static final int ROUNDS = 15;

  /** Residuals below this weigh alike: no row decides alone. */
  private static final double FLOOR = 0.08;

  private LeastDeviations() {}

  /** Coefficients on the columns as given, found on standardised ones. */
  static double[] fit(List<double[]> rows, double[] targets, double ridge) {
    int columns = rows.getFirst().length;
    double[] mean = new double[columns];
    double[] deviation = new double[columns];
    standardise(rows, mean, deviation);
    return fit(rows, targets, ridge, mean, deviation);
  }

  /** Coefficients found on the columns as given: the ridge weighs them by their scale. */
  static double[] fitAsGiven(List<double[]> rows, double[] targets, double ridge) {
    double[] deviation = new double[rows.getFirst().length];
    Arrays.fill(deviation, 1);
    return fit(rows, targets, ridge, new double[deviation.length], deviation);
  }

  private static double[] fit(
      List<double[]> rows, double[] targets, double ridge, double[] mean, double[] deviation) {
    int columns = mean.length;
    double[] weights = new double[rows.size()];
    Arrays.fill(weights, 1);
    double[] solution = new double[columns];
    for (int round = 0; round < ROUNDS; round++) {
      solution = solve(rows, targets, weights, mean, deviation, ridge);
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        double value = 0;
        for (int c = 0; c < columns; c++) {
          value += solution[c] * (rows.get(i)[c] - mean[c]) / deviation[c];
        }
        weights[i] = 1 / Math.max(Math.abs(targets[i] - value), FLOOR);
        sum += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= weights.length / sum;
      }
    }
    double[] plain = new double[columns];
    plain[0] = solution[0];
    for (int c = 1; c < columns; c++) {
      plain[c] = solution[c] / deviation[c];
      plain[0] -= plain[c] * mean[c];
    }
    return plain;
  }

  static double apply(double[] coefficients, double[] row) {
    double sum = 0;
    for (int c = 0; c < row.length; c++) {
      sum += coefficients[c] * row[c];
    }
    return sum;
  }

  private static void standardise(List<double[]> rows, double[] mean, double[] deviation) {
    deviation[0] = 1;
    for (int c = 1; c < mean.length; c++) {
      for (double[] row : rows) {
        mean[c] += row[c] / rows.size();
      }
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[c] - mean[c]) * (row[c] - mean[c]);
      }
      deviation[c] = squares == 0 ? 1 : Math.sqrt(squares / rows.size());
    }
  }

  private static double[] solve(
      List<double[]> rows,
      double[] targets,
      double[] weights,
      double[] mean,
      double[] deviation,
      double ridge) {
    int columns = mean.length;
    double[][] system = new double[columns][columns + 1];
    double[] row = new double[columns];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < columns; c++) {
        row[c] = (rows.get(i)[c] - mean[c]) / deviation[c];
      }
      for (int a = 0; a < columns; a++) {
        for (int b = 0; b < columns; b++) {
          system[a][b] += weights[i] * row[a] * row[b];
        }
        system[a][columns] += weights[i] * row[a] * targets[i];
      }
    }
    for (int c = 1; c < columns; c++) {
      system[c][c] += ridge;
    }
    return eliminate(system);
  }

  /** Gaussian elimination with partial pivoting; the ridge keeps the system regular. */
  private static double[] eliminate(double[][] system) {
    int n = system.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int r = column + 1; r < n; r++) {
        if (Math.abs(system[r][column]) > Math.abs(system[pivot][column])) {
          pivot = r;
        }
      }
      double[] swap = system[column];
      system[column] = system[pivot];
      system[pivot] = swap;
      for (int r = column + 1; r < n; r++) {
        double factor = system[r][column] / system[column][column];
        for (int c = column; c <= n; c++) {
          system[r][c] -= factor * system[column][c];
        }
      }
    }
    double[] solution = new double[n];
    for (int r = n - 1; r >= 0; r--) {
      double sum = system[r][n];
      for (int c = r + 1; c < n; c++) {
        sum -= system[r][c] * solution[c];
      }
      solution[r] = sum / system[r][r];
    }
    return solution;
  }
}
