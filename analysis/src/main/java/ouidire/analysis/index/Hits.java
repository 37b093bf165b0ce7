package ouidire.analysis.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Hands the mentions that a query finds over, segment by segment, newest first in each. */
final class Hits {
  private Hits() {}

  static void each(IndexSearcher searcher, Query query, PerLeaf perLeaf) throws IOException {
    searcher.search(
        query,
        new Collector() {
          @Override
          public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            Taker taker = perLeaf.begin(context);
            return new LeafCollector() {
              @Override
              public void setScorer(Scorable scorer) {}

              @Override
              public void collect(int doc) throws IOException {
                taker.take(doc);
              }

              @Override
              public void finish() throws IOException {
                taker.finish();
              }
            };
          }

          @Override
          public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
          }
        });
  }

  /** Called once a segment that may have hits. */
  interface PerLeaf {
    Taker begin(LeafReaderContext leaf) throws IOException;
  }

  /** Takes the hits of one segment by number within it, rising. */
  interface Taker {
    void take(int doc) throws IOException;

    /** After the segment's last hit. */
    default void finish() throws IOException {}
  }
}
