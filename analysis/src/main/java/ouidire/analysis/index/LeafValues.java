package ouidire.analysis.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts a dimension's values in one segment, by ordinal: no object per mention. Values are in the
 * order of their bytes, so are ordinals.
 */
final class LeafValues {
  private static final int[] NONE = {};

  private final SortedSetDocValues many;
  private final @Nullable SortedDocValues one;
  private final int first;
  private final int prefixLength;
  private final int[] counts;
  private int[] touched = new int[16];
  private int touchedCount;

  LeafValues(LeafReader reader, DimensionField field) throws IOException {
    many = DocValues.getSortedSet(reader, field.name());
    one = DocValues.unwrapSingleton(many);
    BytesRef prefix = new BytesRef(field.prefix());
    prefixLength = prefix.length;
    if (prefixLength == 0) {
      first = 0;
      counts = many.getValueCount() == 0 ? NONE : new int[Math.toIntExact(many.getValueCount())];
    } else {
      BytesRef after = BytesRef.deepCopyOf(prefix);
      after.bytes[after.offset + after.length - 1]++;
      first = insertion(many.lookupTerm(prefix));
      counts = new int[insertion(many.lookupTerm(after)) - first];
    }
  }

  private static int insertion(long found) {
    return Math.toIntExact(found >= 0 ? found : -1 - found);
  }

  /** Counts a mention; mentions come in the order of their numbers. */
  void count(int doc) throws IOException {
    if (one != null) {
      if (one.advanceExact(doc)) {
        count((long) one.ordValue());
      }
    } else if (many.advanceExact(doc)) {
      for (int i = many.docValueCount(); i > 0; i--) {
        count(many.nextOrd());
      }
    }
  }

  private void count(long ordinal) {
    int index = (int) ordinal - first;
    if (index >= 0 && index < counts.length && counts[index]++ == 0) {
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = index;
    }
  }

  /** How many values were counted since the last {@link #clear}. */
  int size() {
    return touchedCount;
  }

  /** Puts the counted values in order, for {@link #value} and {@link #countAt}. */
  void sort() {
    Arrays.sort(touched, 0, touchedCount);
  }

  /** The value at a place from 0, without the prefix; good until the next call. */
  BytesRef value(int place) throws IOException {
    BytesRef whole = many.lookupOrd((long) touched[place] + first);
    return new BytesRef(whole.bytes, whole.offset + prefixLength, whole.length - prefixLength);
  }

  /** A number that stands for the value at a place in this segment. */
  int ordinal(int place) {
    return touched[place];
  }

  long countAt(int place) {
    return counts[touched[place]];
  }

  void clear() {
    for (int i = 0; i < touchedCount; i++) {
      counts[touched[i]] = 0;
    }
    touchedCount = 0;
  }
}
