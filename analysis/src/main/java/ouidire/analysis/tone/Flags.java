package ouidire.analysis.tone;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import ouidire.core.mention.RemarkKinds;

/**
 * A set of labels of which several may hold, and how each one's threshold is chosen on rows not
 * seen.
 *
 * @param labels their names
 * @param strength inverse of the penalty on weights
 * @param precision least precision wanted of a threshold; 0 for the best F1
 */
record Flags(
    List<String> labels, double strength, double precision, Function<CorpusRow, List<String>> of) {
  private static final int LEAST = 4;
  private static final int STEPS = 90;
  private static final double NEARLY = 0.95;
  private static final float NEVER = 0.6f;

  static final Flags KINDS = new Flags(RemarkKinds.LEARNED, 6, 0, CorpusRow::kinds);
  static final Flags MODERATION =
      new Flags(
          List.of("sexist", "racist", "insult", "threat", "defamation_candidate", "any"),
          8,
          0.85,
          row -> row.moderation().equals("none") ? List.of() : List.of(row.moderation(), "any"));

  float[] wanted(CorpusRow row) {
    List<String> holding = of.apply(row);
    float[] wanted = new float[labels.size()];
    for (int k = 0; k < wanted.length; k++) {
      wanted[k] = holding.contains(labels.get(k)) ? 1 : 0;
    }
    return wanted;
  }

  /**
   * For each label the probability from which it is said to hold: the middle of all that do nearly
   * as well as the best, so that a few rows more or less do not move it far.
   */
  float[] thresholds(double[][] scores, float[][] wanted) {
    float[] thresholds = new float[labels.size()];
    for (int k = 0; k < thresholds.length; k++) {
      double[] f1 = new double[STEPS];
      double best = 0;
      for (int percent = LEAST; percent < STEPS; percent++) {
        double[] result = result(scores, wanted, k, percent / 100.0);
        f1[percent] = result[0] < precision ? 0 : result[2];
        best = Math.max(best, f1[percent]);
      }
      double sum = 0;
      int count = 0;
      for (int percent = LEAST; percent < STEPS; percent++) {
        if (best > 0 && f1[percent] >= NEARLY * best) {
          sum += percent;
          count++;
        }
      }
      thresholds[k] = count == 0 ? NEVER : (float) (sum / count / 100);
    }
    return thresholds;
  }

  String report(double[][] scores, float[][] wanted, float[] thresholds) {
    StringBuilder out = new StringBuilder();
    double sum = 0;
    for (int k = 0; k < thresholds.length; k++) {
      double[] result = result(scores, wanted, k, thresholds[k]);
      sum += result[2];
      out.append(
          String.format(
              Locale.ROOT,
              "%s %.2f/%.2f/%.2f at %.2f, ",
              labels.get(k),
              result[0],
              result[1],
              result[2],
              thresholds[k]));
    }
    return out + String.format(Locale.ROOT, "macro F1 %.4f", sum / thresholds.length);
  }

  /** Precision, recall and F1 of a label at a threshold. */
  private static double[] result(double[][] scores, float[][] wanted, int k, double threshold) {
    int right = 0;
    int said = 0;
    int holding = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean says = Softmax.sigmoid(scores[i][k]) >= threshold;
      boolean holds = wanted[i][k] > 0.5f;
      said += says ? 1 : 0;
      holding += holds ? 1 : 0;
      right += says && holds ? 1 : 0;
    }
    double precision = said == 0 ? 0 : (double) right / said;
    double recall = holding == 0 ? 0 : (double) right / holding;
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new double[] {precision, recall, f1};
  }
}
