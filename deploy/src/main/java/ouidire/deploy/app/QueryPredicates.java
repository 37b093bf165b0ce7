package ouidire.deploy.app;

import java.util.function.Predicate;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.QueryEvaluator;
import ouidire.analysis.query.QueryException;
import ouidire.analysis.query.QueryParser;
import ouidire.analysis.query.Stage;
import ouidire.analysis.text.MentionFacts;
import ouidire.api.LiveQueries;
import ouidire.core.mention.AnalysedMention;

/** Queries asked of mentions as they pass, with the history's own meaning. */
final class QueryPredicates implements LiveQueries {
  private final QueryParser parser;

  QueryPredicates(QueryParser parser) {
    this.parser = parser;
  }

  @Override
  public Predicate<AnalysedMention> compile(String query) {
    ParsedQuery parsed;
    try {
      parsed = parser.parse(query, Stage.VIEW);
    } catch (QueryException e) {
      throw e.forHistory();
    }
    QueryEvaluator evaluator = new QueryEvaluator();
    MentionFacts facts = new MentionFacts();
    return seen -> evaluator.matches(parsed.query(), facts.read(seen));
  }
}
