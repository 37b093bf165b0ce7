package ouidire.ingest.file;

/**
 * The last {@value #KEPT} ids seen, or up to twice as many; by 64 bits of each. Two generations:
 * when the younger is full it becomes the older, which is forgotten.
 */
final class RecentIds {
  static final int KEPT = 500_000;

  private Table young = new Table();
  private Table old = new Table();

  /** Whether the id was there; it is from now on. */
  boolean repeats(String id) {
    long hash = hash(id);
    if (old.contains(hash) || !young.add(hash)) {
      return true;
    }
    if (young.size == KEPT) {
      old = young;
      young = new Table();
    }
    return false;
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

  /** Open addressing over a power of two, at most half full; 0 is an empty slot. */
  private static final class Table {
    private long[] slots = new long[1 << 10];
    private int size;

    boolean contains(long hash) {
      return slots[slot(slots, hash)] == hash;
    }

    /** False when it was there. */
    boolean add(long hash) {
      int slot = slot(slots, hash);
      if (slots[slot] == hash) {
        return false;
      }
      slots[slot] = hash;
      if (++size > slots.length / 2) {
        long[] wider = new long[2 * slots.length];
        for (long known : slots) {
          if (known != 0) {
            wider[slot(wider, known)] = known;
          }
        }
        slots = wider;
      }
      return true;
    }

    private static int slot(long[] slots, long hash) {
      int slot = (int) (hash >>> 32) & slots.length - 1;
      while (slots[slot] != 0 && slots[slot] != hash) {
        slot = slot + 1 & slots.length - 1;
      }
      return slot;
    }
  }
}
