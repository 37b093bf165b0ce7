package ouidire.analysis.index;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** When the first and the last mention that a query finds were published. */
record TimeSpan(Instant first, Instant last) {
  /** Null when the query finds none. */
  static @Nullable TimeSpan of(IndexSearcher searcher, Query query) throws IOException {
    long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
    boolean[] any = new boolean[1];
    Hits.each(
        searcher,
        query,
        leaf -> {
          NumericDocValues published = DocValues.getNumeric(leaf.reader(), Fields.PUBLISHED);
          return new Hits.Taker() {
            private int last = -1;

            @Override
            public void take(int doc) throws IOException {
              if (last < 0) {
                any[0] = true;
                published.advanceExact(doc);
                ends[1] = Math.max(ends[1], published.longValue());
              }
              last = doc;
            }

            @Override
            public void finish() throws IOException {
              if (last >= 0) {
                published.advanceExact(last);
                ends[0] = Math.min(ends[0], published.longValue());
              }
            }
          };
        });
    return any[0] ? new TimeSpan(Fields.instant(ends[0]), Fields.instant(ends[1])) : null;
  }
}
