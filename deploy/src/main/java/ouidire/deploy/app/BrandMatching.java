package ouidire.deploy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ouidire.analysis.pipeline.MentionAnalysis.BrandMatcher;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryEvaluator;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.Mention;

/** The brands' queries, asked of each mention. */
final class BrandMatching implements BrandMatcher {
  private final Map<String, ParsedQuery> queries;
  private final ThreadLocal<MentionFacts> facts = ThreadLocal.withInitial(MentionFacts::new);
  private final ThreadLocal<QueryEvaluator> evaluators =
      ThreadLocal.withInitial(QueryEvaluator::new);

  BrandMatching(Map<String, ParsedQuery> queries) {
    this.queries = queries;
  }

  @Override
  public List<Found> match(Mention mention, String language) {
    MentionFacts read = facts.get().read(mention, language, null);
    QueryEvaluator evaluator = evaluators.get();
    List<Found> found = new ArrayList<>(2);
    queries.forEach(
        (brand, query) -> {
          if (evaluator.matches(query.query(), read)) {
            found.add(new Found(brand, evaluator.spans(query.query(), read)));
          }
        });
    return found;
  }
}
