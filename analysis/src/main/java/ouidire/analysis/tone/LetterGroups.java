package ouidire.analysis.tone;

import java.util.Arrays;

/** The groups of two to five letters of a word, hashed; its ends count as letters. */
final class LetterGroups {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;

  private LetterGroups() {}

  /** The buckets of a plain form, see {@link Features#BUCKETS}. */
  static int[] of(String plain) {
    int length = plain.length() + 2;
    int[] buckets = new int[(LONGEST - SHORTEST + 1) * length];
    int count = 0;
    for (int start = 0; start < length - 1; start++) {
      int hash = 0x811C9DC5;
      for (int size = 1; size <= LONGEST && start + size <= length; size++) {
        int at = start + size - 1;
        char letter = at == 0 || at == length - 1 ? ' ' : plain.charAt(at - 1);
        hash = (hash ^ letter) * 0x01000193;
        if (size >= SHORTEST) {
          buckets[count++] = Features.bucket(hash + size);
        }
      }
    }
    return Arrays.copyOf(buckets, count);
  }
}
