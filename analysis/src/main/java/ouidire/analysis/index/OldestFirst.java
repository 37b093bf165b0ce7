package ouidire.analysis.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/**
 * Walks everything that a query finds from the oldest to the newest, in the memory of one bit a
 * mention. Segments are newest first, so each is walked backwards.
 */
final class OldestFirst {
  private final PriorityQueue<Leaf> leaves =
      new PriorityQueue<>(Comparator.comparingLong(leaf -> leaf.time));

  private long time;

  OldestFirst(IndexSearcher searcher, Query query) throws IOException {
    Hits.each(
        searcher,
        query,
        context -> {
          FixedBitSet hits = new FixedBitSet(context.reader().maxDoc());
          return new Hits.Taker() {
            @Override
            public void take(int doc) {
              hits.set(doc);
            }

            @Override
            public void finish() throws IOException {
              Leaf leaf = new Leaf(context, hits);
              if (leaf.back()) {
                leaves.add(leaf);
              }
            }
          };
        });
  }

  /** The number of the next mention in the searcher; negative when there are no more. */
  int next() throws IOException {
    Leaf oldest = leaves.poll();
    if (oldest == null) {
      return -1;
    }
    int doc = oldest.context.docBase + oldest.doc;
    time = oldest.time;
    if (oldest.back()) {
      leaves.add(oldest);
    }
    return doc;
  }

  /** When the mention was published that {@link #next} gave last, as {@link Fields#time}. */
  long time() {
    return time;
  }

  private static final class Leaf {
    /** Doc values only go forward: as many are read at a time as are then walked back. */
    private static final int WINDOW = 1024;

    private final LeafReaderContext context;
    private final FixedBitSet hits;
    private final long[] times = new long[WINDOW];
    private int windowStart;
    private int doc;
    private long time;

    Leaf(LeafReaderContext context, FixedBitSet hits) {
      this.context = context;
      this.hits = hits;
      doc = hits.length();
      windowStart = doc;
    }

    boolean back() throws IOException {
      doc = doc == 0 ? -1 : hits.prevSetBit(doc - 1);
      if (doc < 0) {
        return false;
      }
      if (doc < windowStart) {
        readWindow();
      }
      time = times[doc - windowStart];
      return true;
    }

    private void readWindow() throws IOException {
      windowStart = Math.max(0, doc - WINDOW + 1);
      NumericDocValues published = context.reader().getNumericDocValues(Fields.PUBLISHED);
      if (published == null) {
        throw new IOException("a segment without times");
      }
      for (int i = hits.nextSetBit(windowStart);
          i <= doc;
          i = i + 1 < hits.length() ? hits.nextSetBit(i + 1) : Integer.MAX_VALUE) {
        published.advanceExact(i);
        times[i - windowStart] = published.longValue();
      }
    }
  }
}
