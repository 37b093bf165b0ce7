package ouidire.analysis.tone;

/** Counts of answers by the right class (rows) and the answered one (columns). */
final class Confusion {
  final int[][] counts;

  Confusion(int classes) {
    counts = new int[classes][classes];
  }

  void add(int right, int answered) {
    counts[right][answered]++;
  }

  int total() {
    int total = 0;
    for (int[] row : counts) {
      for (int count : row) {
        total += count;
      }
    }
    return total;
  }

  double accuracy() {
    int right = 0;
    for (int k = 0; k < counts.length; k++) {
      right += counts[k][k];
    }
    return total() == 0 ? 0 : (double) right / total();
  }

  double precision(int label) {
    int answered = 0;
    for (int[] row : counts) {
      answered += row[label];
    }
    return answered == 0 ? 0 : (double) counts[label][label] / answered;
  }

  double recall(int label) {
    int right = 0;
    for (int count : counts[label]) {
      right += count;
    }
    return right == 0 ? 0 : (double) counts[label][label] / right;
  }

  double f1(int label) {
    double precision = precision(label);
    double recall = recall(label);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** The mean F1 over the classes. */
  double macroF1() {
    double sum = 0;
    for (int k = 0; k < counts.length; k++) {
      sum += f1(k);
    }
    return sum / counts.length;
  }
}
