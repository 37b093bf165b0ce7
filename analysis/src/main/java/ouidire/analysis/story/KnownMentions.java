package ouidire.analysis.story;

import org.jspecify.annotations.Nullable;

/** The last mentions placed, by id: a mention that comes again stays where it was. */
final class KnownMentions {
  private final long[] keys;
  private final CopyGroup[] groups;
  private final byte[] relations;
  private final byte[] reasons;
  private final float[] similarities;
  private final int[] table;
  private final int mask;
  private int count;

  KnownMentions(int window) {
    keys = new long[window];
    groups = new CopyGroup[window];
    relations = new byte[window];
    reasons = new byte[window];
    similarities = new float[window];
    table = new int[StoryGrouper.powerOfTwo(2L * window)];
    mask = table.length - 1;
  }

  /** Its number, or -1. */
  int find(String id) {
    long key = Hashes.wide(id);
    for (int slot = slot(key); table[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[table[slot] - 1] == key) {
        return table[slot] - 1;
      }
    }
    return -1;
  }

  @Nullable CopyGroup group(int number) {
    return groups[number];
  }

  byte relation(int number) {
    return relations[number];
  }

  byte reasons(int number) {
    return reasons[number];
  }

  float similarity(int number) {
    return similarities[number];
  }

  void add(String id, CopyGroup group, int relation, int reason, double similarity) {
    int number = Integer.remainderUnsigned(count++, keys.length);
    if (groups[number] != null) {
      forget(number);
    }
    long key = Hashes.wide(id);
    keys[number] = key;
    groups[number] = group;
    relations[number] = (byte) relation;
    reasons[number] = (byte) reason;
    similarities[number] = (float) similarity;
    int slot = slot(key);
    while (table[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    table[slot] = number + 1;
  }

  /** Closes the gap, so that every chain stays whole. */
  private void forget(int number) {
    int slot = slot(keys[number]);
    while (table[slot] != number + 1) {
      slot = (slot + 1) & mask;
    }
    int gap = slot;
    for (int at = (gap + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
      int home = slot(keys[table[at] - 1]);
      if (((at - home) & mask) >= ((at - gap) & mask)) {
        table[gap] = table[at];
        gap = at;
      }
    }
    table[gap] = 0;
  }

  private int slot(long key) {
    return Hashes.mix((int) (key ^ (key >>> 32))) & mask;
  }

  long bytes() {
    return keys.length * 18L + table.length * 4L;
  }
}
