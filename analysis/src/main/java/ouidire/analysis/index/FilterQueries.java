package ouidire.analysis.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.LiveFilter;
import ouidire.core.history.MentionFilter;

/** Turns filters into Lucene queries; says yes to what {@link LiveFilter} says yes to. */
final class FilterQueries {
  private final Function<String, Query> compiler;

  /**
   * @param compiler compiles a query of the query language
   */
  FilterQueries(Function<String, Query> compiler) {
    this.compiler = compiler;
  }

  Query of(MentionFilter filter) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    String query = filter.query();
    if (query != null && !query.isBlank()) {
      all.add(compiler.apply(query), Occur.FILTER);
    }
    Query period = period(filter.from(), filter.to());
    if (period != null) {
      all.add(period, Occur.FILTER);
    }
    anyOf(all, Fields.BRAND, filter.brands());
    if (filter.brands().size() == 1) {
      String brand = filter.brands().iterator().next();
      anyOf(all, Fields.BRAND_TONE, each(filter.tones(), t -> Fields.brandTone(brand, t)));
    } else {
      anyOf(all, Fields.TONE, each(filter.tones(), Fields::word));
    }
    if (!filter.sources().isEmpty()) {
      BooleanQuery.Builder sources = new BooleanQuery.Builder();
      sources.add(terms(Fields.SOURCE_KIND, filter.sources()), Occur.SHOULD);
      sources.add(terms(Fields.SOURCE, filter.sources()), Occur.SHOULD);
      all.add(sources.build(), Occur.FILTER);
    }
    anyOf(all, Fields.AUTHOR, filter.authors());
    anyOf(all, Fields.LANGUAGE, filter.languages());
    anyOf(all, Fields.TYPE, each(filter.types(), Fields::word));
    anyOf(all, Fields.DOMAIN, filter.domains());
    anyOf(all, Fields.LINK, filter.links());
    anyOf(all, Fields.HASHTAG, each(filter.hashtags(), LiveFilter::folded));
    anyOf(all, Fields.KIND, filter.kinds());
    anyOf(all, Fields.ASPECT, filter.aspects());
    anyOf(all, Fields.FLAG, filter.flags());
    anyOf(all, Fields.STORY, filter.stories());
    anyOf(all, Fields.COPIES, filter.copies());
    BooleanQuery built = all.build();
    return switch (built.clauses().size()) {
      case 0 -> new MatchAllDocsQuery();
      case 1 -> built.clauses().getFirst().query();
      default -> built;
    };
  }

  /** Published in [from, to); null when neither end is given. */
  static @Nullable Query period(@Nullable Instant from, @Nullable Instant to) {
    if (from == null && to == null) {
      return null;
    }
    long first = from == null ? Long.MIN_VALUE : Fields.time(from);
    long end = to == null ? Long.MAX_VALUE : Fields.time(to);
    if (to != null && end == Long.MIN_VALUE) {
      return new MatchNoDocsQuery("the period ends before all time");
    }
    return published(first, to == null ? Long.MAX_VALUE : end - 1);
  }

  /** Published in [first, last], as {@link Fields#time}. */
  static Query published(long first, long last) {
    return first > last
        ? new MatchNoDocsQuery("the period is empty")
        : NumericDocValuesField.newSlowRangeQuery(Fields.PUBLISHED, first, last);
  }

  private static void anyOf(BooleanQuery.Builder all, String field, Collection<String> values) {
    if (!values.isEmpty()) {
      all.add(terms(field, values), Occur.FILTER);
    }
  }

  private static Query terms(String field, Collection<String> values) {
    List<BytesRef> terms = values.stream().map(MentionDocuments::bytes).toList();
    return terms.size() == 1
        ? new TermQuery(new Term(field, terms.getFirst()))
        : new TermInSetQuery(field, terms);
  }

  private static <T> List<String> each(Collection<T> values, Function<T, String> form) {
    Stream<String> formed = values.stream().map(form);
    return formed.toList();
  }
}
