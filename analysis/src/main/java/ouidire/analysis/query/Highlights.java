package ouidire.analysis.query;

import java.util.Collection;
import java.util.function.IntPredicate;
import ouidire.analysis.text.MentionTokens;
import ouidire.core.mention.Span;

/** Turns stretches of positions into stretches of characters. */
final class Highlights {
  private Highlights() {}

  /**
   * Adds the spans of one field.
   *
   * @param cited whether a term is one that was asked for; of several terms at one position (a word
   *     with and without its article) only those are shown
   */
  static void add(
      String field,
      SpanList positions,
      MentionTokens tokens,
      IntPredicate cited,
      Collection<Span> spans) {
    for (int i = 0; i < positions.size() && i < QueryEvaluator.MAX_SPANS; i++) {
      int first = positions.first(i);
      int last = positions.last(i);
      int start = Integer.MAX_VALUE;
      int end = -1;
      for (int token = firstAt(tokens, first); token < tokens.size(); token++) {
        int position = tokens.position(token);
        if (position > last) {
          break;
        }
        if ((position == first || position == last) && cited.test(token)) {
          start = Math.min(start, tokens.start(token));
          end = Math.max(end, tokens.end(token));
        }
      }
      if (end >= 0) {
        spans.add(new Span(field, start, end));
      }
    }
  }

  private static int firstAt(MentionTokens tokens, int position) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.position(middle) >= position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
