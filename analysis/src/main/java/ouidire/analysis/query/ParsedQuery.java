package ouidire.analysis.query;

import java.util.List;

/**
 * A query that may be asked.
 *
 * @param text as it was given
 * @param query what it means
 * @param warnings what may not be what was meant, in order of position
 * @param stage the earliest stage it can be asked at
 * @param cost what it costs to ask
 */
public record ParsedQuery(
    String text, Query query, List<QueryWarning> warnings, Stage stage, Cost cost) {
  public ParsedQuery {
    warnings = List.copyOf(warnings);
  }

  /** The same query written in one way. */
  public String canonical() {
    return QueryPrinter.print(query);
  }
}
