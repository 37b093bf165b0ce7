package ouidire.analysis.story;

/**
 * Which numbers were put down for a key lately, newest first. Holds a fixed number of entries, of
 * which the oldest give way; entries of one key are chained, so that looking up costs as much as
 * there are.
 */
final class RecentPostings {
  private final int[] heads;

  /** Key, value and the entry before in its chain, side by side: one look at memory for all. */
  private final int[] entries;

  private final int mask;
  private int written;

  /**
   * @param capacity entries kept, a power of two
   */
  RecentPostings(int capacity) {
    mask = capacity - 1;
    heads = new int[capacity];
    entries = new int[3 * capacity];
    // Zero, which every chain begins with, is too long ago to be there.
    written = capacity + 1;
  }

  void put(int key, int value) {
    int place = 3 * (written & mask);
    int chain = spread(key) & mask;
    entries[place] = key;
    entries[place + 1] = value;
    entries[place + 2] = heads[chain];
    heads[chain] = written++;
  }

  /** Copies the newest values of a key to {@code target}; says how many, at most its length. */
  int read(int key, int[] target) {
    int found = 0;
    int at = heads[spread(key) & mask];
    // Other keys share the chain: looking is bounded as well as finding.
    for (int steps = 2 * target.length; steps > 0 && found < target.length; steps--) {
      int age = written - at;
      if (age <= 0 || age > mask) {
        break;
      }
      int place = 3 * (at & mask);
      if (entries[place] == key) {
        target[found++] = entries[place + 1];
      }
      at = entries[place + 2];
    }
    return found;
  }

  long bytes() {
    return 16L * (mask + 1);
  }

  private static int spread(int key) {
    int mixed = key * 0x9E3779B1;
    return mixed ^ (mixed >>> 15);
  }
}
