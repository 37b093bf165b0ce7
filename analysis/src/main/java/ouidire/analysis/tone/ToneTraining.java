package ouidire.analysis.tone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes models of tone from labelled texts: {@code tone train --data FILE.tsv --out MODEL}. */
public final class ToneTraining {
  static final List<String> LABELS = List.of("negative", "neutral", "positive");
  static final int FOLDS = 5;
  static final double STRENGTH = 1;

  /** Found, as that of {@link ModelTrainer}'s rules, on files that were left out whole. */
  private static final double WORD_SCALE = 1.6;

  private static final double[] NO_PRIOR = {};

  private ToneTraining() {}

  /**
   * What was learned from, and how well it told rows it had not seen.
   *
   * @param rows labelled texts
   * @param accuracy out-of-fold, in [0, 1]
   * @param macroF1 out-of-fold, in [0, 1]
   */
  public record Report(int rows, double accuracy, double macroF1) {}

  /**
   * Trains a model from rows {@code label<TAB>text} and writes it. The same file gives the same
   * bytes.
   *
   * @throws InvalidLabelsException when a row is wrong
   * @throws IOException when a file cannot be read or written
   */
  public static Report train(Path data, Path out) throws IOException {
    List<String[]> rows = LabelledRows.read(data, List.of("label", "text"), Set.copyOf(LABELS));
    List<MentionReading> texts = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (String[] row : rows) {
      labels.add(row[0]);
      texts.add(MentionReading.of(null, row[1]));
    }
    Trained trained = train(texts, targets(labels), evenly(labels.size()), NO_PRIOR);
    try (OutputStream stream = Files.newOutputStream(out)) {
      trained.model().write(stream);
    }
    return trained.report();
  }

  /**
   * A calibrated model with what it was made of.
   *
   * @param folds the models of the folds, for what is learned on top of it
   */
  record Trained(LinearModel model, LinearModel[] folds, Report report) {}

  static float[] evenly(int rows) {
    float[] weights = new float[rows];
    java.util.Arrays.fill(weights, 1);
    return weights;
  }

  static Trained train(
      List<MentionReading> texts, float[][] targets, float[] rowWeights, double[] prior) {
    ModelTrainer trainer =
        new ModelTrainer(texts, targets, LABELS, true, rowWeights, STRENGTH, prior, WORD_SCALE);
    LinearModel[] folds = trainer.foldModels(FOLDS);
    double[][] scores = trainer.outOfFold(folds);
    Calibration calibration = Calibrator.fit(scores, targets);
    Confusion confusion = new Confusion(LABELS.size());
    for (int i = 0; i < scores.length; i++) {
      confusion.add(wanted(targets[i]), Calibrator.best(scores[i]));
    }
    Report report = new Report(texts.size(), confusion.accuracy(), confusion.macroF1());
    return new Trained(trainer.train().with(calibration), folds, report);
  }

  static float[][] targets(List<String> labels) {
    float[][] targets = new float[labels.size()][LABELS.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i][LABELS.indexOf(labels.get(i))] = 1;
    }
    return targets;
  }

  /** The label that a row of targets wants most. */
  static int wanted(float[] target) {
    int best = 0;
    for (int k = 1; k < target.length; k++) {
      best = target[k] > target[best] ? k : best;
    }
    return best;
  }
}
