package ouidire.analysis.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.PageCursor;

/** Finds the first mentions in an order, ties by id, behind a cursor. */
final class TopMentions {
  private final MentionOrder order;
  private final int limit;
  private final @Nullable Place after;
  private final PriorityQueue<Place> best = new PriorityQueue<>(Collections.reverseOrder());

  TopMentions(MentionOrder order, int limit, @Nullable PageCursor cursor) {
    this.order = order;
    this.limit = limit;
    after = cursor == null ? null : new Place(rank(cursor.key()), new BytesRef(cursor.id()), -1);
  }

  /** Numbers of the mentions in the searcher, in order. */
  List<Integer> find(IndexSearcher searcher, Query query) throws IOException {
    Query behind = behindCursor(query);
    if (order == MentionOrder.OLDEST) {
      behind = upTo(lastTime(searcher, behind), behind);
    }
    Hits.each(searcher, behind, Leaf::new);
    List<Place> places = new ArrayList<>(best);
    Collections.sort(places);
    return places.stream().map(Place::doc).toList();
  }

  /** By time, a cursor also bounds the period: what is before it is never looked at. */
  private Query behindCursor(Query query) {
    if (after == null || (order != MentionOrder.NEWEST && order != MentionOrder.OLDEST)) {
      return query;
    }
    Query period =
        order == MentionOrder.NEWEST
            ? FilterQueries.published(Long.MIN_VALUE, rank(after.rank))
            : FilterQueries.published(rank(after.rank), Long.MAX_VALUE);
    return both(query, period);
  }

  /**
   * Oldest first is against the order of segments, where each mention would be better than all
   * before it: the time that the page surely ends by is sought first.
   */
  private long lastTime(IndexSearcher searcher, Query query) throws IOException {
    OldestFirst walk = new OldestFirst(searcher, query);
    int counted = 0;
    while (walk.next() >= 0) {
      // Those at the cursor's very time may be on the page before.
      if ((after == null || walk.time() > after.rank) && ++counted == limit) {
        return walk.time();
      }
    }
    return Long.MAX_VALUE;
  }

  private static Query upTo(long last, Query query) {
    return last == Long.MAX_VALUE
        ? query
        : both(query, FilterQueries.published(Long.MIN_VALUE, last));
  }

  private static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
  }

  /** Turns keys into ranks, the least first, and back. */
  private long rank(long key) {
    return order == MentionOrder.OLDEST ? key : ~key;
  }

  /** A mention by its rank and id; {@code doc} is its number in the whole searcher. */
  private record Place(long rank, BytesRef id, int doc) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byRank = Long.compare(rank, other.rank);
      return byRank != 0 ? byRank : id.compareTo(other.id);
    }
  }

  private final class Leaf implements Hits.Taker {
    private final int base;
    private final NumericDocValues keys;
    private final long missing;
    private final BinaryDocValues ids;

    Leaf(LeafReaderContext leaf) throws IOException {
      base = leaf.docBase;
      String field =
          switch (order) {
            case NEWEST, OLDEST -> Fields.PUBLISHED;
            case ENGAGEMENT -> Fields.ENGAGEMENT;
            case FOLLOWERS -> Fields.FOLLOWERS;
          };
      keys = DocValues.getNumeric(leaf.reader(), field);
      missing = order == MentionOrder.FOLLOWERS ? -1 : 0;
      ids = DocValues.getBinary(leaf.reader(), Fields.ID);
    }

    @Override
    public void take(int doc) throws IOException {
      long rank = rank(keys.advanceExact(doc) ? keys.longValue() : missing);
      Place worst = best.size() == limit ? best.element() : null;
      if (worst != null && rank > worst.rank) {
        if (order == MentionOrder.NEWEST) {
          // The segment is in this very order: nothing better follows.
          throw new CollectionTerminatedException();
        }
        return;
      }
      if (after != null && rank < after.rank) {
        return;
      }
      ids.advanceExact(doc);
      BytesRef id = ids.binaryValue();
      boolean tiesWorst = worst != null && rank == worst.rank;
      if (tiesWorst && worst != null && id.compareTo(worst.id) >= 0) {
        return;
      }
      if (after != null && rank == after.rank && id.compareTo(after.id) <= 0) {
        return;
      }
      if (worst != null) {
        best.remove();
      }
      best.add(new Place(rank, BytesRef.deepCopyOf(id), base + doc));
    }
  }
}
