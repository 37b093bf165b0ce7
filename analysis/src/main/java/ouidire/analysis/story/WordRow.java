package ouidire.analysis.story;

import java.util.Arrays;

/**
 * The words of one mention in a row, by their hashes, and which of them are names: what copies are
 * told by. Reused from mention to mention.
 */
final class WordRow {
  private static final int MAX_WORDS = StoryReader.MAX_WORDS;

  /** Three words in a row begin at each word; the least of so many neighbours is kept. */
  private static final int WINNOW = 4;

  private static final int WINNOW_FAR = 16;
  private static final int FAR = 160;

  private final int[] words = new int[MAX_WORDS];
  private int wordCount;

  /** Stems of the names among {@link #words}, 0 where a word is none. */
  private final int[] nameAt = new int[MAX_WORDS];

  WordRow() {}

  void clear() {
    wordCount = 0;
  }

  int size() {
    return wordCount;
  }

  boolean isFull() {
    return wordCount == MAX_WORDS;
  }

  void add(int hash) {
    nameAt[wordCount] = 0;
    words[wordCount++] = hash;
  }

  /** The word added last is a name with this stem. */
  void name(int stem) {
    nameAt[wordCount - 1] = stem;
  }

  /** Stems of the names, each once. */
  int[] names() {
    int[] names = new int[wordCount];
    int count = 0;
    for (int i = 0; i < wordCount; i++) {
      if (nameAt[i] != 0) {
        names[count++] = nameAt[i];
      }
    }
    return StorySketch.sortedOnce(names, count);
  }

  /** Each name with the two words before it, and with the two behind it. */
  long[] slots() {
    long[] slots = new long[2 * wordCount];
    int count = 0;
    for (int i = 0; i < wordCount; i++) {
      if (nameAt[i] == 0) {
        continue;
      }
      if (i >= 2) {
        slots[count++] = slot(Hashes.pair(words[i - 2], words[i - 1]), nameAt[i]);
      }
      if (i + 2 < wordCount) {
        slots[count++] = slot(Hashes.pair(words[i + 2], words[i + 1]), nameAt[i]);
      }
    }
    long[] kept = Arrays.copyOf(slots, count);
    Arrays.sort(kept);
    return kept;
  }

  private static long slot(int around, int name) {
    return ((long) around << 32) | (name & 0xFFFFFFFFL);
  }

  /** Each two words in a row, each once. */
  int[] pairs() {
    int count = Math.max(0, wordCount - 1);
    int[] pairs = new int[count];
    for (int i = 0; i < count; i++) {
      pairs[i] = Hashes.pair(words[i], words[i + 1]);
    }
    return StorySketch.sortedOnce(pairs, count);
  }

  /**
   * Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
   * fingerprinting", 2003): of each few neighbours the least, so that what two texts share is found
   * wherever it stands in them.
   */
  int[] prints() {
    int count = wordCount - 2;
    if (count < 1) {
      return new int[0];
    }
    int[] kept = new int[count];
    int size = 0;
    int lastKept = -1;
    for (int i = 0; i < count; ) {
      int window = i < FAR ? WINNOW : WINNOW_FAR;
      int best = -1;
      int least = 0;
      for (int k = i; k < Math.min(count, i + window); k++) {
        int hash = Hashes.triple(words[k], words[k + 1], words[k + 2]);
        if (best < 0 || Integer.compareUnsigned(hash, least) <= 0) {
          best = k;
          least = hash;
        }
      }
      if (best != lastKept) {
        kept[size++] = least;
        lastKept = best;
      }
      i++;
      if (i + window > count && size > 0) {
        break;
      }
    }
    return StorySketch.sortedOnce(kept, size);
  }
}
