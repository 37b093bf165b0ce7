package ouidire.analysis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.Span;

/**
 * A query as a tree in words; with a mention, what each part says of it.
 *
 * @param words what the part asks
 * @param clause the part as it is written
 * @param holds whether it holds for the mention; null without a mention
 * @param spans where its terms stand in the mention
 * @param parts what it is made of
 */
public record QueryExplanation(
    Message words,
    String clause,
    @Nullable Boolean holds,
    List<Span> spans,
    List<QueryExplanation> parts) {
  public QueryExplanation {
    spans = List.copyOf(spans);
    parts = List.copyOf(parts);
  }

  /** What the query asks. */
  public static QueryExplanation of(ParsedQuery parsed) {
    return of(parsed.query());
  }

  private static QueryExplanation of(Query query) {
    return new QueryExplanation(
        QueryWords.of(query),
        QueryPrinter.print(query),
        null,
        List.of(),
        QueryWords.parts(query).stream().map(QueryExplanation::of).toList());
  }

  /** What the query asks, and what the mention read last answers. */
  public static QueryExplanation of(ParsedQuery parsed, MentionFacts facts) {
    return of(parsed.query(), facts, new QueryEvaluator());
  }

  private static QueryExplanation of(Query query, MentionFacts facts, QueryEvaluator evaluator) {
    boolean holds = evaluator.matches(query, facts);
    List<QueryExplanation> parts = new ArrayList<>();
    for (Query part : QueryWords.parts(query)) {
      parts.add(of(part, facts, evaluator));
    }
    List<Span> spans = holds ? evaluator.spans(query, facts) : List.of();
    return new QueryExplanation(
        QueryWords.of(query), QueryPrinter.print(query), holds, spans, parts);
  }

  /** The smallest part because of which a mention does not match; empty when it matches. */
  public Optional<QueryExplanation> failed() {
    if (holds == null || holds) {
      return Optional.empty();
    }
    for (QueryExplanation part : parts) {
      boolean decides = parts.size() > 1 && Boolean.FALSE.equals(part.holds) && !isAny();
      if (decides) {
        return part.failed();
      }
    }
    return Optional.of(this);
  }

  private boolean isAny() {
    return words.en().startsWith("at least one");
  }
}
