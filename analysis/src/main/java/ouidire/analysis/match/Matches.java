package ouidire.analysis.match;

import java.util.List;

/**
 * What one mention matches.
 *
 * @param matches in the order the queries were first put
 * @param troubles queries that could not be asked fully; the others were
 */
public record Matches(List<Match> matches, List<Trouble> troubles) {
  public Matches {
    matches = List.copyOf(matches);
    troubles = List.copyOf(troubles);
  }

  /**
   * A query that was given up for this mention.
   *
   * @param query its id
   * @param cause why
   */
  public record Trouble(String query, String cause) {}
}
