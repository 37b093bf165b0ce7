package ouidire.analysis.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.TimeBucket;

/**
 * Counts mentions between edges of time, each bucket by a dimension as well when one is given.
 * Segments are sorted by time, so that each bucket is finished before the next begins.
 */
final class TimeCounts {
  private final List<Instant> edges;
  private final long[] starts;
  private final long[] counts;
  private final List<Map<String, Long>> splits = new ArrayList<>();
  private final @Nullable DimensionField split;

  /**
   * @param edges ascending, at least two; every hit falls between the first and the last
   */
  TimeCounts(List<Instant> edges, @Nullable DimensionField split) {
    this.edges = edges;
    this.split = split;
    counts = new long[edges.size() - 1];
    starts = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      starts[i] = Fields.time(edges.get(i));
      splits.add(split == null ? Map.of() : new HashMap<>(8));
    }
  }

  List<TimeBucket> count(IndexSearcher searcher, Query query) throws IOException {
    Hits.each(searcher, query, leaf -> new Leaf(leaf.reader()));
    List<TimeBucket> buckets = new ArrayList<>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      buckets.add(new TimeBucket(edges.get(i), edges.get(i + 1), counts[i], splits.get(i)));
    }
    return buckets;
  }

  /** Newest first: goes down the buckets. */
  private final class Leaf implements Hits.Taker {
    private final NumericDocValues published;
    private final @Nullable LeafValues values;
    private final Map<Integer, String> names = new HashMap<>();
    private int bucket = counts.length - 1;
    private long inBucket;

    Leaf(LeafReader reader) throws IOException {
      NumericDocValues times = reader.getNumericDocValues(Fields.PUBLISHED);
      if (times == null) {
        throw new IOException("a segment without times");
      }
      published = times;
      values = split == null ? null : new LeafValues(reader, split);
    }

    @Override
    public void take(int doc) throws IOException {
      published.advanceExact(doc);
      long time = published.longValue();
      if (time < starts[bucket]) {
        finish();
        while (time < starts[bucket]) {
          bucket--;
        }
      }
      inBucket++;
      if (values != null) {
        values.count(doc);
      }
    }

    /** Adds what was counted to the bucket. */
    @Override
    public void finish() throws IOException {
      counts[bucket] += inBucket;
      inBucket = 0;
      if (values != null) {
        Map<String, Long> into = splits.get(bucket);
        for (int i = 0; i < values.size(); i++) {
          into.merge(name(values, i), values.countAt(i), Long::sum);
        }
        values.clear();
      }
    }

    private String name(LeafValues from, int place) throws IOException {
      int ordinal = from.ordinal(place);
      String name = names.get(ordinal);
      if (name == null) {
        name = from.value(place).utf8ToString();
        names.put(ordinal, name);
      }
      return name;
    }
  }
}
