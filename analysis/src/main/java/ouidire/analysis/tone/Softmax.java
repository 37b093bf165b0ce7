package ouidire.analysis.tone;

/** Scores to probabilities. */
final class Softmax {
  private Softmax() {}

  static void inPlace(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
  }

  static double sigmoid(double score) {
    return 1 / (1 + Math.exp(-score));
  }
}
