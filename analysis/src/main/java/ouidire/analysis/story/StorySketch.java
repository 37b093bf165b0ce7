package ouidire.analysis.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.MentionType;

/**
 * All that grouping needs of one mention, as numbers: made by {@link StoryReader} on any thread,
 * placed by {@link StoryGrouper} on one.
 *
 * @param id of the mention
 * @param parent what it answers or relays, when the source says so
 * @param type whether that is relaying
 * @param seconds when it was published, since 1970
 * @param words how many words of text it has
 * @param pairs hashes of pairs of neighbouring words, sorted, each once
 * @param prints some of the hashes of three neighbouring words: two texts that share six words in a
 *     row share one
 * @param names hashes of the stems of names, sorted, each once
 * @param slots for each name the words around it (upper half) and itself, sorted: what stands in
 *     the same place of another text may not be another name
 * @param terms hashes of stems, names, hashtags and addresses, sorted, each once
 * @param kinds of the terms, in their order, as {@link TermKind} ordinals
 */
public record StorySketch(
    String id,
    @Nullable String parent,
    MentionType type,
    long seconds,
    int words,
    int[] pairs,
    int[] prints,
    int[] names,
    long[] slots,
    int[] terms,
    byte[] kinds) {

  TermKind kind(int term) {
    return TermKind.ALL[kinds[term]];
  }

  /** How many of two sorted lists of numbers are in both. */
  static int shared(int[] one, int[] other) {
    int count = 0;
    int j = 0;
    for (int i = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        count++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return count;
  }

  static int[] sortedOnce(int[] values, int count) {
    int[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return kept == count ? sorted : Arrays.copyOf(sorted, kept);
  }
}
