package ouidire.analysis.story;

/** Numbers that stand for words and texts; the same in every run. */
final class Hashes {
  private Hashes() {}

  static int mix(int value) {
    int h = value;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  static int pair(int one, int other) {
    return mix(31 * mix(one) + other);
  }

  static int triple(int one, int two, int three) {
    return mix(31 * (31 * mix(one) + mix(two)) + three);
  }

  /** 64 bits of a text, for keys that must not collide. */
  static long wide(CharSequence text) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      h ^= text.charAt(i);
      h *= 0x100000001B3L;
      h ^= h >>> 29;
    }
    return h;
  }
}
