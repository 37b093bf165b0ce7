package ouidire.analysis.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A regression that may bend: a plane plus random Fourier features (Rahimi and Recht, NIPS 2007),
 * which stand for a Gaussian kernel, by least absolute deviations with a ridge. The frequencies are
 * drawn once and are the same everywhere.
 *
 * @param mean of each column, the constant's left out
 * @param deviation of each column
 * @param coefficients constant, columns, then waves
 */
record Curved(double[] mean, double[] deviation, double[] coefficients) {
  private static final int WAVES = 60;
  private static final int SEED = 20_070;

  /** Standard deviations over which the curve may bend once. */
  private static final double LENGTH = 3;

  private static final int MOST_COLUMNS = 16;
  private static final double SCALE = LENGTH * Math.sqrt(2.0 / WAVES);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final double[][] FREQUENCIES = new double[WAVES][MOST_COLUMNS];
  private static final double[] PHASES = new double[WAVES];

  static {
    Random random = new Random(SEED);
    for (int w = 0; w < WAVES; w++) {
      PHASES[w] = 2 * Math.PI * random.nextDouble();
      for (int c = 0; c < MOST_COLUMNS; c++) {
        FREQUENCIES[w][c] = random.nextGaussian() / LENGTH;
      }
    }
  }

  /**
   * Fits one.
   *
   * @param rows of equal length, the first column being the constant 1
   */
  static Curved fit(List<double[]> rows, double[] targets, double ridge) {
    int columns = rows.getFirst().length - 1;
    double[] mean = new double[columns];
    double[] deviation = new double[columns];
    for (double[] row : rows) {
      for (int c = 0; c < columns; c++) {
        mean[c] += row[c + 1] / rows.size();
      }
    }
    for (double[] row : rows) {
      for (int c = 0; c < columns; c++) {
        deviation[c] += (row[c + 1] - mean[c]) * (row[c + 1] - mean[c]) / rows.size();
      }
    }
    Arrays.setAll(deviation, c -> deviation[c] == 0 ? 1 : Math.sqrt(deviation[c]));
    List<double[]> bent = rows.stream().map(row -> bent(row, mean, deviation)).toList();
    return new Curved(mean, deviation, LeastDeviations.fitAsGiven(bent, targets, ridge));
  }

  double apply(double[] row) {
    return LeastDeviations.apply(coefficients, bent(row, mean, deviation));
  }

  private static double[] bent(double[] row, double[] mean, double[] deviation) {
    int columns = mean.length;
    double[] all = new double[1 + columns + WAVES];
    all[0] = 1;
    for (int c = 0; c < columns; c++) {
      all[1 + c] = (row[c + 1] - mean[c]) / deviation[c];
    }
    for (int w = 0; w < WAVES; w++) {
      double angle = PHASES[w];
      for (int c = 0; c < columns; c++) {
        angle += FREQUENCIES[w][c] * all[1 + c];
      }
      all[1 + columns + w] = SCALE * Math.cos(angle);
    }
    return all;
  }

  ObjectNode write() {
    ObjectNode json = JSON.createObjectNode();
    json.set("mean", JSON.valueToTree(mean));
    json.set("deviation", JSON.valueToTree(deviation));
    json.set("coefficients", JSON.valueToTree(coefficients));
    return json;
  }

  static Curved read(JsonNode json) {
    return new Curved(
        JSON.convertValue(json.get("mean"), double[].class),
        JSON.convertValue(json.get("deviation"), double[].class),
        JSON.convertValue(json.get("coefficients"), double[].class));
  }
}
