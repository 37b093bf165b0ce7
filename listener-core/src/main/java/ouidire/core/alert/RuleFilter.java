package ouidire.core.alert;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.ToneLabel;

/**
 * Which of a brand's mentions a rule looks at.
 *
 * @param q in the query language; null for any
 * @param terms words and phrases to watch for (code names, products not announced), any of which
 *     matches; beside {@code q}, both must hold
 * @param tones toward the brand
 * @param sources kinds ({@code rss}) or kind and name ({@code rss:Le Quotidien})
 */
public record RuleFilter(
    @Nullable String q, List<String> terms, Set<ToneLabel> tones, Set<String> sources) {
  public static final RuleFilter ALL = new RuleFilter(null, List.of(), Set.of(), Set.of());

  @SuppressWarnings({"ConstantValue", "NullAway"})
  public RuleFilter {
    terms = terms == null ? List.of() : List.copyOf(terms);
    tones = tones == null ? Set.of() : Set.copyOf(tones);
    sources = sources == null ? Set.of() : Set.copyOf(sources);
    if (terms.size() > 500) {
      throw Checks.wrong("terms", terms.size(), "donnez 500 termes au plus", "give at most 500");
    }
  }

  /** The filter over a history. */
  public MentionFilter of(String brand) {
    return MentionFilter.ALL
        .withBrands(Set.of(brand))
        .withTones(tones)
        .withSources(sources)
        .withQuery(query());
  }

  /** The query that both the query and the terms make; null for none. */
  public @Nullable String query() {
    if (terms.isEmpty()) {
      return q;
    }
    StringBuilder any = new StringBuilder();
    for (String term : terms) {
      any.append(any.isEmpty() ? "" : " OR ")
          .append('"')
          .append(term.replace("\"", ""))
          .append('"');
    }
    return q == null || q.isBlank() ? any.toString() : "(" + q + ") AND (" + any + ")";
  }
}
