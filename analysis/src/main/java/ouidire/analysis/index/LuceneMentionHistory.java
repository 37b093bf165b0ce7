package ouidire.analysis.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.BucketSize;
import ouidire.core.history.Buckets;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.MentionPage;
import ouidire.core.history.PageCursor;
import ouidire.core.history.TimeBucket;
import ouidire.core.history.Totals;
import ouidire.core.history.ValueCount;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

/** The history of mentions as Lucene answers it. */
public final class LuceneMentionHistory implements MentionHistory {
  private static final Set<String> STORED = Set.of(Fields.JSON);

  private final Moment moment;
  private final FilterQueries queries;

  /** Whom questions are asked of: the index as it is then, or one searcher of it. */
  private interface Moment {
    <T> T read(LuceneMentionIndex.Question<T> question) throws IOException;
  }

  /** The index as it was at one moment. */
  private record Held(IndexSearcher searcher) implements Moment {
    @Override
    public <T> T read(LuceneMentionIndex.Question<T> question) throws IOException {
      return question.ask(searcher);
    }
  }

  /**
   * @param compiler compiles a query of the query language; throws {@link
   *     ouidire.core.history.InvalidQueryException}
   */
  public LuceneMentionHistory(LuceneMentionIndex index, Function<String, Query> compiler) {
    this(index::read, new FilterQueries(compiler));
  }

  private LuceneMentionHistory(Moment moment, FilterQueries queries) {
    this.moment = moment;
    this.queries = queries;
  }

  @Override
  public MentionPage search(
      MentionFilter filter, MentionOrder order, int limit, @Nullable String cursor) {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("limit: " + limit + "; give 1 to 1000");
    }
    PageCursor after = cursor == null ? null : PageCursor.decode(cursor, order);
    Query query = queries.of(filter);
    return ask(
        searcher -> {
          List<Integer> docs = new TopMentions(order, limit + 1, after).find(searcher, query);
          List<AnalysedMention> mentions = new ArrayList<>();
          StoredFields stored = searcher.storedFields();
          for (int doc : docs.subList(0, Math.min(limit, docs.size()))) {
            mentions.add(mention(stored, doc));
          }
          String next =
              docs.size() > limit ? PageCursor.after(order, mentions.getLast()).encoded() : null;
          return new MentionPage(mentions, searcher.count(query), next);
        });
  }

  @Override
  public Optional<AnalysedMention> find(String id) {
    Query query = new TermQuery(new Term(Fields.ID, MentionDocuments.bytes(id)));
    return ask(
        searcher -> {
          TopDocs found = searcher.search(query, 1);
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(mention(searcher.storedFields(), found.scoreDocs[0].doc));
        });
  }

  @Override
  public long count(MentionFilter filter) {
    Query query = queries.of(filter);
    return ask(searcher -> (long) searcher.count(query));
  }

  @Override
  public long countDistinct(MentionFilter filter, Dimension dimension) {
    Query query = queries.of(filter);
    DimensionField field = DimensionField.of(dimension, filter);
    return ask(searcher -> new ValueCounts(searcher, query, field).distinct());
  }

  @Override
  public Totals totals(MentionFilter filter) {
    Query query = queries.of(filter);
    return ask(searcher -> new Sums().of(searcher, query));
  }

  @Override
  public List<ValueCount> top(MentionFilter filter, Dimension dimension, int limit) {
    Query query = queries.of(filter);
    DimensionField field = DimensionField.of(dimension, filter);
    return ask(searcher -> new ValueCounts(searcher, query, field).top(limit));
  }

  @Override
  public List<TimeBucket> histogram(
      MentionFilter filter, BucketSize size, ZoneId zone, @Nullable Dimension split) {
    Query query = queries.of(filter);
    DimensionField field = split == null ? null : DimensionField.of(split, filter);
    return ask(
        searcher -> {
          Instant from = filter.from();
          Instant to = filter.to();
          if (from == null || to == null) {
            TimeSpan span = TimeSpan.of(searcher, query);
            if (span == null) {
              return List.of();
            }
            from = from == null ? Buckets.start(span.first(), size, zone) : from;
            to = to == null ? Buckets.next(span.last(), size, zone) : to;
          }
          List<Instant> edges = Buckets.edges(from, to, size, zone);
          return edges.isEmpty() ? List.of() : new TimeCounts(edges, field).count(searcher, query);
        });
  }

  @Override
  public void forEach(MentionFilter filter, Consumer<AnalysedMention> action) {
    Query query = queries.of(filter);
    ask(
        searcher -> {
          StoredFields stored = searcher.storedFields();
          OldestFirst all = new OldestFirst(searcher, query);
          for (int doc = all.next(); doc >= 0; doc = all.next()) {
            action.accept(mention(stored, doc));
          }
          return true;
        });
  }

  @Override
  public <T> T atOneMoment(Function<MentionHistory, T> look) {
    return ask(searcher -> look.apply(new LuceneMentionHistory(new Held(searcher), queries)));
  }

  @Override
  public Set<String> existing(Set<String> ids) {
    return ask(
        searcher -> {
          Set<String> found = new HashSet<>();
          Set<String> sorted = new TreeSet<>(ids);
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(Fields.ID);
            if (terms != null) {
              TermsEnum each = terms.iterator();
              for (String id : sorted) {
                if (each.seekExact(new BytesRef(id)) && isLive(each, leaf)) {
                  found.add(id);
                }
              }
            }
          }
          return found;
        });
  }

  private static boolean isLive(TermsEnum term, LeafReaderContext leaf) throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    PostingsEnum docs = term.postings(null, PostingsEnum.NONE);
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live == null || live.get(doc)) {
        return true;
      }
    }
    return false;
  }

  private static AnalysedMention mention(StoredFields stored, int doc) throws IOException {
    BytesRef json = stored.document(doc, STORED).getBinaryValue(Fields.JSON);
    byte[] bytes = new byte[json.length];
    System.arraycopy(json.bytes, json.offset, bytes, 0, json.length);
    return MentionJson.readAnalysed(bytes);
  }

  private <T> T ask(LuceneMentionIndex.Question<T> question) {
    try {
      return moment.read(question);
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }
}
