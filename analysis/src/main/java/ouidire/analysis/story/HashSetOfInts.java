package ouidire.analysis.story;

/** A set of numbers that is filled once and asked often; zero is never in it. */
final class HashSetOfInts {
  private int[] slots = new int[64];
  private int size;

  void add(int value) {
    if (value == 0 || contains(value)) {
      return;
    }
    if (4 * ++size > slots.length) {
      int[] old = slots;
      slots = new int[2 * old.length];
      for (int one : old) {
        if (one != 0) {
          put(one);
        }
      }
    }
    put(value);
  }

  boolean contains(int value) {
    for (int at = Hashes.mix(value) & (slots.length - 1); slots[at] != 0; at = next(at)) {
      if (slots[at] == value) {
        return true;
      }
    }
    return false;
  }

  private void put(int value) {
    int at = Hashes.mix(value) & (slots.length - 1);
    while (slots[at] != 0) {
      at = next(at);
    }
    slots[at] = value;
  }

  private int next(int at) {
    return (at + 1) & (slots.length - 1);
  }
}
