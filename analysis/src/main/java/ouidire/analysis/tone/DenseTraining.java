package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Trains the two small tables of {@link TargetTone} on dense rows, which their lengths tell apart.
 */
final class DenseTraining {
  private final List<double[]> rows;
  private final float[][] targets;
  private final double strength;
  private String report = "";

  DenseTraining(List<double[]> rows, float[][] targets, double strength) {
    this.rows = rows;
    this.targets = targets;
    this.strength = strength;
  }

  TargetTone train() {
    double[][] unseen = new double[rows.size()][];
    double[] alone = table(TargetFeatures.COUNT, unseen);
    double[] among = table(TargetFeatures.COUNT + NearNames.COUNT, unseen);
    Confusion confusion = new Confusion(TargetTone.OUTPUTS);
    Confusion others = new Confusion(TargetTone.OUTPUTS);
    for (int i = 0; i < unseen.length; i++) {
      int best = Calibrator.best(unseen[i]);
      confusion.add(wanted(i), best);
      if (rows.get(i).length > TargetFeatures.COUNT) {
        others.add(wanted(i), best);
      }
    }
    report =
        String.format(
            Locale.ROOT,
            "rows=%d, accuracy=%.4f, macroF1=%.4f; among other names accuracy=%.4f, macroF1=%.4f",
            rows.size(),
            confusion.accuracy(),
            confusion.macroF1(),
            others.accuracy(),
            others.macroF1());
    return new TargetTone(alone, among, new Calibration(1, Calibrator.curve(unseen, targets)));
  }

  String report() {
    return report;
  }

  /** The weights from all rows of a length; {@code unseen} gets what folds say of the others. */
  private double[] table(int length, double[][] unseen) {
    for (int fold = 0; fold < ToneTraining.FOLDS; fold++) {
      double[] weights = weights(length, fold);
      for (int i = 0; i < unseen.length; i++) {
        if (rows.get(i).length == length && ModelTrainer.fold(i, ToneTraining.FOLDS) == fold) {
          unseen[i] = TargetTone.probabilities(rows.get(i), weights);
        }
      }
    }
    return weights(length, -1);
  }

  private double[] weights(int length, int heldFold) {
    List<int[]> index = new ArrayList<>();
    List<float[]> value = new ArrayList<>();
    List<float[]> wanted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).length == length && ModelTrainer.fold(i, ToneTraining.FOLDS) != heldFold) {
        SparseRow row = new SparseRow();
        for (int d = 0; d < length; d++) {
          row.add(d, rows.get(i)[d]);
        }
        index.add(row.index());
        value.add(row.value());
        wanted.add(targets[i]);
      }
    }
    return new LogisticRegression(
            index.toArray(int[][]::new),
            value.toArray(float[][]::new),
            wanted.toArray(float[][]::new),
            ones(index.size()),
            true,
            length,
            strength)
        .fit();
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private int wanted(int row) {
    for (int k = 0; k < TargetTone.OUTPUTS; k++) {
      if (targets[row][k] > 0.5f) {
        return k;
      }
    }
    return 1;
  }
}
