package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Trains the small table of {@link TargetTone} on dense rows. */
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
    Confusion confusion = new Confusion(TargetTone.OUTPUTS);
    for (int fold = 0; fold < ToneTraining.FOLDS; fold++) {
      TargetTone model = fit(fold);
      for (int i = 0; i < unseen.length; i++) {
        if (ModelTrainer.fold(i, ToneTraining.FOLDS) == fold) {
          unseen[i] = model.probabilities(rows.get(i));
          confusion.add(wanted(i), Calibrator.best(unseen[i]));
        }
      }
    }
    report =
        String.format(
            java.util.Locale.ROOT,
            "rows=%d, accuracy=%.4f, macroF1=%.4f",
            rows.size(),
            confusion.accuracy(),
            confusion.macroF1());
    return new TargetTone(weights(-1), new Calibration(1, Calibrator.curve(unseen, targets)));
  }

  String report() {
    return report;
  }

  private TargetTone fit(int heldFold) {
    return new TargetTone(weights(heldFold), Calibration.NONE);
  }

  private double[] weights(int heldFold) {
    List<int[]> index = new ArrayList<>();
    List<float[]> value = new ArrayList<>();
    List<float[]> wanted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (ModelTrainer.fold(i, ToneTraining.FOLDS) != heldFold) {
        SparseRow row = new SparseRow();
        for (int d = 0; d < TargetFeatures.COUNT; d++) {
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
            TargetFeatures.COUNT,
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
