package ouidire.analysis.query;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.index.Fields;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

/** Documents whose stored mention matches a query that the index alone cannot decide. */
final class StoredMentionQuery extends org.apache.lucene.search.Query {
  private final org.apache.lucene.search.Query candidates;
  private final Query query;

  /**
   * @param candidates the documents that may match
   */
  StoredMentionQuery(org.apache.lucene.search.Query candidates, Query query) {
    this.candidates = candidates;
    this.query = query;
  }

  @Override
  public org.apache.lucene.search.Query rewrite(IndexSearcher searcher) throws IOException {
    org.apache.lucene.search.Query rewritten = candidates.rewrite(searcher);
    return rewritten == candidates ? this : new StoredMentionQuery(rewritten, query);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    Weight inner =
        searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
    return new ConstantScoreWeight(this, boost) {
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

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return inner.isCacheable(context);
      }
    };
  }

  private TwoPhaseIterator check(Scorer candidate, LeafReaderContext context) throws IOException {
    TwoPhaseIterator first = candidate.twoPhaseIterator();
    var approximation = first == null ? candidate.iterator() : first.approximation();
    StoredFields stored = context.reader().storedFields();
    QueryEvaluator evaluator = new QueryEvaluator();
    MentionFacts facts = new MentionFacts();
    return new TwoPhaseIterator(approximation) {
      @Override
      public boolean matches() throws IOException {
        if (first != null && !first.matches()) {
          return false;
        }
        BytesRef json =
            stored.document(approximation.docID(), Set.of(Fields.JSON)).getBinaryValue(Fields.JSON);
        AnalysedMention seen = MentionJson.readAnalysed(BytesRef.deepCopyOf(json).bytes);
        facts.read(seen);
        return evaluator.matches(query, facts);
      }

      @Override
      public float matchCost() {
        return 10_000;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    candidates.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "stored(" + QueryPrinter.print(query) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredMentionQuery that
        && query.equals(that.query)
        && candidates.equals(that.candidates);
  }

  @Override
  public int hashCode() {
    return Objects.hash(query, candidates);
  }
}
