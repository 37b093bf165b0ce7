package ouidire.analysis.query;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Documents in which a place is found, so many times over some fields together. The terms alone
 * give candidates; {@link PlaceProgram}, run on the positions in the index, decides.
 *
 * <p>Lucene's own intervals keep only the shortest stretches, so that {@code a NEAR/2 b NEAR/2 c}
 * could be missed; and the live matcher runs the same program.
 */
final class PlaceQuery extends org.apache.lucene.search.Query {
  private final List<String> fields;
  private final Place place;
  private final int times;
  private final PlaceProgram program;
  private final org.apache.lucene.search.Query candidates;

  /**
   * @param candidates the documents that may have it
   */
  PlaceQuery(
      List<String> fields, Place place, int times, org.apache.lucene.search.Query candidates) {
    this.fields = List.copyOf(fields);
    this.place = place;
    this.times = times;
    this.program = PlaceProgram.of(place);
    this.candidates = candidates;
  }

  @Override
  public org.apache.lucene.search.Query rewrite(IndexSearcher searcher) throws IOException {
    org.apache.lucene.search.Query rewritten = candidates.rewrite(searcher);
    return rewritten == candidates ? this : new PlaceQuery(fields, place, times, rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight inner =
        searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
    return new PlaceWeight(inner, boost, scoreMode);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    candidates.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "place(" + fields + " " + times + " " + QueryPrinter.print(place) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlaceQuery that
        && times == that.times
        && fields.equals(that.fields)
        && place.equals(that.place)
        && candidates.equals(that.candidates);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fields, place, times);
  }

  private final class PlaceWeight extends ConstantScoreWeight {
    private final Weight inner;
    private final ScoreMode scoreMode;

    PlaceWeight(Weight inner, float boost, ScoreMode scoreMode) {
      super(PlaceQuery.this, boost);
      this.inner = inner;
      this.scoreMode = scoreMode;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      ScorerSupplier approximation = inner.scorerSupplier(context);
      if (approximation == null) {
        return null;
      }
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          Scorer candidate = approximation.get(leadCost);
          return new ConstantScoreScorer(score(), scoreMode, check(candidate, context));
        }

        @Override
        public long cost() {
          return approximation.cost();
        }
      };
    }

    private TwoPhaseIterator check(Scorer candidate, LeafReaderContext context) throws IOException {
      PostingOccurrences[] where = new PostingOccurrences[fields.size()];
      for (int i = 0; i < where.length; i++) {
        where[i] = new PostingOccurrences(context.reader(), fields.get(i), program);
      }
      TwoPhaseIterator first = candidate.twoPhaseIterator();
      var approximation = first == null ? candidate.iterator() : first.approximation();
      Steps steps = new Steps();
      return new TwoPhaseIterator(approximation) {
        @Override
        public boolean matches() throws IOException {
          if (first != null && !first.matches()) {
            return false;
          }
          int found = 0;
          for (PostingOccurrences field : where) {
            field.moveTo(approximation.docID());
            SpanList spans = program.find(field, steps, () -> {});
            found += times == 1 ? spans.size() : spans.withoutOverlap();
            if (found >= times) {
              return true;
            }
          }
          return false;
        }

        @Override
        public float matchCost() {
          return 100 * fields.size() * program.leaves().size();
        }
      };
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return inner.isCacheable(context);
    }
  }
}
