package ouidire.analysis.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import ouidire.core.history.Totals;

/**
 * Adds up the counters of mentions, and the followers of each author once: by ordinal inside each
 * segment, then by value, so that equal ones meet.
 */
final class Sums {
  private static final long UNKNOWN = -1;

  private final Map<BytesRef, Long> followers = new HashMap<>();
  private long mentions;
  private long likes;
  private long comments;
  private long shares;
  private long nameless;

  Totals of(IndexSearcher searcher, Query query) throws IOException {
    Leaf[] last = new Leaf[1];
    Hits.each(
        searcher,
        query,
        (LeafReaderContext context) -> {
          close(last[0]);
          Leaf leaf = new Leaf(context.reader());
          last[0] = leaf;
          return leaf::add;
        });
    close(last[0]);
    long reach = nameless;
    for (long each : followers.values()) {
      reach += each;
    }
    return new Totals(mentions, likes, comments, shares, reach, followers.size());
  }

  private void close(@org.jspecify.annotations.Nullable Leaf leaf) throws IOException {
    if (leaf != null) {
      leaf.close();
    }
  }

  /** One segment. */
  private final class Leaf {
    private final SortedDocValues author;
    private final NumericDocValues known;
    private final NumericDocValues liked;
    private final NumericDocValues commented;
    private final NumericDocValues shared;
    private final long[] most;

    Leaf(LeafReader reader) throws IOException {
      author = DocValues.getSorted(reader, Fields.AUTHOR);
      known = DocValues.getNumeric(reader, Fields.FOLLOWERS);
      liked = DocValues.getNumeric(reader, Fields.LIKES);
      commented = DocValues.getNumeric(reader, Fields.COMMENTS);
      shared = DocValues.getNumeric(reader, Fields.SHARES);
      most = new long[author.getValueCount()];
      Arrays.fill(most, UNKNOWN);
    }

    void add(int doc) throws IOException {
      mentions++;
      likes += value(liked, doc);
      comments += value(commented, doc);
      shares += value(shared, doc);
      if (known.advanceExact(doc)) {
        if (author.advanceExact(doc)) {
          int by = author.ordValue();
          most[by] = Math.max(most[by], known.longValue());
        } else {
          nameless += known.longValue();
        }
      }
    }

    private static long value(NumericDocValues values, int doc) throws IOException {
      return values.advanceExact(doc) ? values.longValue() : 0;
    }

    void close() throws IOException {
      for (int by = 0; by < most.length; by++) {
        if (most[by] != UNKNOWN) {
          followers.merge(BytesRef.deepCopyOf(author.lookupOrd(by)), most[by], Math::max);
        }
      }
    }
  }
}
