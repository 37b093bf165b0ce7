package ouidire.analysis.match;

import java.util.List;
import ouidire.core.mention.Span;

/**
 * A query that a mention matches.
 *
 * @param query its id
 * @param spans where its terms stand, in order, at most 32; empty when only facts such as the
 *     author matched
 */
public record Match(String query, List<Span> spans) {
  public Match {
    spans = List.copyOf(spans);
  }
}
