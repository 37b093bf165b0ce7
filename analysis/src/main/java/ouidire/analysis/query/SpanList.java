package ouidire.analysis.query;

import java.util.Arrays;

/**
 * Stretches of positions, first and last included. Sorted by first, then last, without doubles,
 * unless said otherwise.
 */
public final class SpanList {
  /** No stretch; not to be added to. */
  public static final SpanList EMPTY = new SpanList(0);

  private int size;
  private int[] firsts;
  private int[] lasts;

  public SpanList() {
    this(8);
  }

  private SpanList(int capacity) {
    firsts = new int[capacity];
    lasts = new int[capacity];
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int first(int i) {
    return firsts[i];
  }

  public int last(int i) {
    return lasts[i];
  }

  /** Adds a stretch at the end; {@link #sort} afterwards when it may be out of order. */
  public void add(int first, int last) {
    if (size > 0 && firsts[size - 1] == first && lasts[size - 1] == last) {
      return;
    }
    if (size == firsts.length) {
      firsts = Arrays.copyOf(firsts, Math.max(8, 2 * size));
      lasts = Arrays.copyOf(lasts, Math.max(8, 2 * size));
    }
    firsts[size] = first;
    lasts[size] = last;
    size++;
  }

  public void addAll(SpanList other) {
    for (int i = 0; i < other.size; i++) {
      add(other.firsts[i], other.lasts[i]);
    }
  }

  /** Forgets all. */
  public void clear() {
    size = 0;
  }

  /** The first whose beginning is after a position; {@link #size} when there is none. */
  int after(int position) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firsts[middle] > position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Puts them in order and removes doubles. */
  public SpanList sort() {
    boolean sorted = true;
    for (int i = 1; i < size && sorted; i++) {
      sorted = key(i - 1) < key(i);
    }
    if (sorted) {
      return this;
    }
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = key(i);
    }
    Arrays.sort(keys);
    size = 0;
    for (long key : keys) {
      add((int) (key >> 32), (int) key);
    }
    return this;
  }

  private long key(int i) {
    return ((long) firsts[i] << 32) | lasts[i];
  }

  /** How many of them there are at most without overlap. */
  public int withoutOverlap() {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = ((long) lasts[i] << 32) | firsts[i];
    }
    Arrays.sort(keys);
    int count = 0;
    int end = -1;
    for (long key : keys) {
      if ((int) key > end) {
        count++;
        end = (int) (key >> 32);
      }
    }
    return count;
  }
}
