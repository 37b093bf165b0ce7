package ouidire.analysis.story;

import java.util.Arrays;

/** Mentions of one event: the terms of its texts, and how many of its texts have each. */
final class StoryEvent {
  static final int MAX_TERMS = 96;

  final String id;
  final long firstSeconds;
  long lastSeconds;
  int sequence;

  /** Texts in other words that it has. */
  int texts = 1;

  int[] terms;
  byte[] kinds;
  short[] counts;

  StoryEvent(String id, StorySketch first) {
    this.id = id;
    firstSeconds = first.seconds();
    lastSeconds = first.seconds();
    terms = first.terms();
    kinds = first.kinds();
    counts = new short[terms.length];
    Arrays.fill(counts, (short) 1);
  }

  void seen(long seconds) {
    lastSeconds = Math.max(lastSeconds, seconds);
  }

  /** Another text joins; gives the terms that it brings, which are to be found from now on. */
  int[] join(StorySketch sketch) {
    seen(sketch.seconds());
    texts++;
    int[] added = new int[sketch.terms().length];
    int fresh = 0;
    int size = terms.length + sketch.terms().length;
    int[] merged = new int[size];
    byte[] mergedKinds = new byte[size];
    short[] mergedCounts = new short[size];
    int out = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length || j < sketch.terms().length) {
      boolean mine =
          j == sketch.terms().length || (i < terms.length && terms[i] <= sketch.terms()[j]);
      boolean theirs =
          i == terms.length || (j < sketch.terms().length && sketch.terms()[j] <= terms[i]);
      merged[out] = mine ? terms[i] : sketch.terms()[j];
      mergedKinds[out] =
          mine && theirs
              ? (byte) Math.max(kinds[i], sketch.kinds()[j])
              : mine ? kinds[i] : sketch.kinds()[j];
      int count = (mine ? counts[i] : 0) + (theirs ? 1 : 0);
      mergedCounts[out] = (short) Math.min(count, Short.MAX_VALUE);
      if (!mine) {
        added[fresh++] = merged[out];
      }
      i += mine ? 1 : 0;
      j += theirs ? 1 : 0;
      out++;
    }
    terms = merged;
    kinds = mergedKinds;
    counts = mergedCounts;
    shrink(out);
    return Arrays.copyOf(added, fresh);
  }

  /** Keeps the terms that most texts have; ties go to the lower hash, so that it is repeatable. */
  private void shrink(int size) {
    int floor = 0;
    int kept = size;
    while (kept > MAX_TERMS) {
      floor++;
      kept = 0;
      for (int i = 0; i < size; i++) {
        kept += counts[i] > floor ? 1 : 0;
      }
      if (kept == 0) {
        // All are equal: the first ones stay.
        floor--;
        kept = MAX_TERMS;
      }
    }
    int[] newTerms = new int[kept];
    byte[] newKinds = new byte[kept];
    short[] newCounts = new short[kept];
    int out = 0;
    for (int i = 0; i < size && out < kept; i++) {
      if (counts[i] > floor) {
        newTerms[out] = terms[i];
        newKinds[out] = kinds[i];
        newCounts[out++] = counts[i];
      }
    }
    terms = newTerms;
    kinds = newKinds;
    counts = newCounts;
  }
}
