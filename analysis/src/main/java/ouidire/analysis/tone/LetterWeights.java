package ouidire.analysis.tone;

import ouidire.analysis.text.FormCache;

/** What the letters of words are worth to a model: a sum a word, remembered for common words. */
final class LetterWeights {
  /** The weights themselves. */
  final HashedWeights table;

  private final FormCache<Sum> sums;

  /**
   * One word's letters.
   *
   * @param square of the length of its occurrences
   * @param outputs what it adds to each output, before norm and scale
   */
  record Sum(long square, int[] outputs) {}

  LetterWeights(HashedWeights table) {
    this.table = table;
    this.sums = new FormCache<>(plain -> table.sum(LetterGroups.of(plain)));
  }

  /** Adds the part of every output. */
  void addTo(double[] scores, Features features) {
    long square = 0;
    int[] all = new int[table.outputs];
    for (String plain : features.plain) {
      Sum sum = sums.of(plain);
      square += sum.square;
      for (int k = 0; k < all.length; k++) {
        all[k] += sum.outputs[k];
      }
    }
    if (square > 0) {
      double norm = 1 / Math.sqrt(square);
      for (int k = 0; k < all.length; k++) {
        scores[k] += norm * all[k] * table.scale(k);
      }
    }
  }

  /** Adds each token's part along a direction of the outputs. */
  void partsTo(double[] parts, double[] direction, Features features) {
    long square = 0;
    for (String plain : features.plain) {
      square += sums.of(plain).square;
    }
    if (square == 0) {
      return;
    }
    double norm = 1 / Math.sqrt(square);
    for (int i = 0; i < features.plain.length; i++) {
      int[] outputs = sums.of(features.plain[i]).outputs;
      for (int k = 0; k < direction.length; k++) {
        parts[features.from + i] += norm * direction[k] * table.scale(k) * outputs[k];
      }
    }
  }
}
