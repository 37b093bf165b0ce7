package ouidire.api;

import java.util.function.Predicate;
import ouidire.core.history.InvalidQueryException;
import ouidire.core.mention.AnalysedMention;

/** Queries of the query language, asked of one mention at a time. */
public interface LiveQueries {
  /**
   * Compiles a query. The predicate says yes to exactly the mentions that a search would find; it
   * is asked by one thread at a time.
   *
   * @throws InvalidQueryException with the position and the remedy
   */
  Predicate<AnalysedMention> compile(String query);
}
