package ouidire.analysis.alert.watch;

import java.util.Arrays;

/**
 * What a text looks like: the smallest hashes of its runs of four words (Broder, On the resemblance
 * and containment of documents, 1997). Two texts that share most of them are copies, however their
 * headings differ.
 */
final class TextPrint {
  private static final int RUN = 4;
  private static final int KEPT = 8;
  private static final int SHARED = 5;

  private TextPrint() {}

  /** At most eight hashes, in order; fewer for short texts. */
  static long[] of(String text) {
    long[] words = words(text);
    int runs = Math.max(words.length - RUN + 1, words.length == 0 ? 0 : 1);
    long[] hashes = new long[runs];
    for (int i = 0; i < runs; i++) {
      long hash = 0;
      for (int k = i; k < Math.min(i + RUN, words.length); k++) {
        hash = mix(hash * 31 + words[k]);
      }
      hashes[i] = hash;
    }
    long[] distinct = Arrays.stream(hashes).sorted().distinct().toArray();
    return Arrays.copyOf(distinct, Math.min(KEPT, distinct.length));
  }

  /** Whether one is a copy of the other. */
  static boolean alike(long[] one, long[] other) {
    if (one.length < KEPT || other.length < KEPT) {
      return one.length > 0 && Arrays.equals(one, other);
    }
    int shared = 0;
    for (int i = 0, k = 0; i < one.length && k < other.length; ) {
      int order = Long.compare(one[i], other[k]);
      if (order == 0) {
        shared++;
      }
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
    }
    return shared >= SHARED;
  }

  private static long[] words(String text) {
    long[] words = new long[Math.min(text.length() / 2 + 1, 400)];
    int count = 0;
    long hash = 0;
    boolean inside = false;
    for (int i = 0; i <= text.length() && count < words.length; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        hash = (hash ^ Character.toLowerCase(c)) * 0x100000001b3L;
        inside = true;
      } else if (inside) {
        words[count++] = mix(hash);
        hash = 0;
        inside = false;
      }
    }
    return Arrays.copyOf(words, count);
  }

  /** The finishing step of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
