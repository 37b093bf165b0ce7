package ouidire.ingest.file;

import java.util.Arrays;

/**
 * The last {@value #KEPT} ids seen, or a little more; by 64 bits of each. Two generations of open
 * addressing: when the younger is full, the older is forgotten.
 */
final class RecentIds {
  static final int KEPT = 500_000;

  private static final int SLOTS = 1 << 20;

  private long[] young = new long[SLOTS];
  private long[] old = new long[0];
  private int count;

  /** Whether the id was there; it is from now on. */
  boolean repeats(String id) {
    long hash = hash(id);
    if (old.length > 0 && contains(old, hash)) {
      return true;
    }
    int slot = slot(young, hash);
    if (young[slot] == hash) {
      return true;
    }
    young[slot] = hash;
    if (++count == KEPT) {
      long[] forgotten = old.length == 0 ? new long[SLOTS] : old;
      Arrays.fill(forgotten, 0);
      old = young;
      young = forgotten;
      count = 0;
    }
    return false;
  }

  private static boolean contains(long[] table, long hash) {
    return table[slot(table, hash)] == hash;
  }

  private static int slot(long[] table, long hash) {
    int slot = (int) (hash >>> 44);
    while (table[slot] != 0 && table[slot] != hash) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  /** FNV-1a over 64 bits, mixed; never 0. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash *= 0x9e3779b97f4a7c15L;
    return hash == 0 ? 1 : hash;
  }
}
