package ouidire.analysis.tone;

import java.util.Arrays;

/** The features of one row that are not zero. */
final class SparseRow {
  private int[] index = new int[512];
  private float[] value = new float[512];
  private int size;

  void add(int at, double by) {
    if (by == 0) {
      return;
    }
    if (size == index.length) {
      index = Arrays.copyOf(index, size * 2);
      value = Arrays.copyOf(value, size * 2);
    }
    index[size] = at;
    value[size++] = (float) by;
  }

  /** Adds up what stands at the same place, in order. */
  void merge() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Integer.compare(index[a], index[b]));
    int[] places = new int[size];
    float[] sums = new float[size];
    int kept = 0;
    for (int at : order) {
      if (kept > 0 && places[kept - 1] == index[at]) {
        sums[kept - 1] += value[at];
      } else {
        places[kept] = index[at];
        sums[kept++] = value[at];
      }
    }
    index = places;
    value = sums;
    size = kept;
  }

  int[] index() {
    return Arrays.copyOf(index, size);
  }

  float[] value() {
    return Arrays.copyOf(value, size);
  }
}
