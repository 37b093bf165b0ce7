package ouidire.analysis.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import ouidire.core.history.ValueCount;

/**
 * Counts the values of a dimension over all segments: by ordinal inside each, then side by side in
 * the order of the values, so that equal ones meet.
 */
final class ValueCounts {
  private final List<LeafValues> leaves = new ArrayList<>();

  ValueCounts(IndexSearcher searcher, Query query, DimensionField field) throws IOException {
    Hits.each(
        searcher,
        query,
        (LeafReaderContext leaf) -> {
          LeafValues values = new LeafValues(leaf.reader(), field);
          leaves.add(values);
          return values::count;
        });
    for (LeafValues values : leaves) {
      values.sort();
    }
  }

  /** How many distinct values there are. */
  long distinct() throws IOException {
    long[] count = new long[1];
    merge((value, total) -> count[0]++);
    return count[0];
  }

  /** The most frequent values, most first, ties in the order of their bytes. */
  List<ValueCount> top(int limit) throws IOException {
    PriorityQueue<Counted> best = new PriorityQueue<>(Comparator.reverseOrder());
    merge(
        (value, total) -> {
          // Values come in order: one that ties with the worst comes after it.
          if (best.size() < limit) {
            best.add(new Counted(BytesRef.deepCopyOf(value), total));
          } else if (limit > 0 && total > best.element().count) {
            best.remove();
            best.add(new Counted(BytesRef.deepCopyOf(value), total));
          }
        });
    return best.stream()
        .sorted()
        .map(c -> new ValueCount(c.value.utf8ToString(), c.count))
        .toList();
  }

  private void merge(Sink sink) throws IOException {
    PriorityQueue<LeafCursor> queue =
        new PriorityQueue<>(Math.max(1, leaves.size()), Comparator.comparing(c -> c.value));
    for (LeafValues leaf : leaves) {
      LeafCursor cursor = new LeafCursor(leaf);
      if (cursor.advance()) {
        queue.add(cursor);
      }
    }
    BytesRefBuilder current = new BytesRefBuilder();
    while (!queue.isEmpty()) {
      if (queue.size() == 1) {
        LeafCursor last = queue.remove();
        do {
          sink.take(last.value, last.count());
        } while (last.advance());
        return;
      }
      current.copyBytes(queue.element().value);
      long total = 0;
      while (!queue.isEmpty() && queue.element().value.equals(current.get())) {
        LeafCursor cursor = queue.remove();
        total += cursor.count();
        if (cursor.advance()) {
          queue.add(cursor);
        }
      }
      sink.take(current.get(), total);
    }
  }

  private interface Sink {
    void take(BytesRef value, long total);
  }

  private record Counted(BytesRef value, long count) implements Comparable<Counted> {
    @Override
    public int compareTo(Counted other) {
      int byCount = Long.compare(other.count, count);
      return byCount != 0 ? byCount : value.compareTo(other.value);
    }
  }

  /** Walks the counted values of one segment. */
  private static final class LeafCursor {
    private final LeafValues leaf;
    private int place = -1;
    private BytesRef value = new BytesRef();

    LeafCursor(LeafValues leaf) {
      this.leaf = leaf;
    }

    boolean advance() throws IOException {
      if (++place >= leaf.size()) {
        return false;
      }
      value = leaf.value(place);
      return true;
    }

    long count() {
      return leaf.countAt(place);
    }
  }
}
