package ouidire.analysis.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import ouidire.analysis.index.Fields;
import ouidire.analysis.text.Address;
import ouidire.analysis.text.Measure;
import ouidire.core.history.InvalidQueryException;

/**
 * Turns queries into Lucene queries over the documents of {@link
 * ouidire.analysis.index.MentionDocuments}. Immutable; may be shared.
 */
public final class LuceneCompiler {
  /** Alternatives from which on one query of all terms is better than one of each. */
  private static final int MANY = 16;

  private final QueryParser parser;

  static {
    // Our own limit on clauses holds; each becomes a few of Lucene's.
    IndexSearcher.setMaxClauseCount(
        Math.max(IndexSearcher.getMaxClauseCount(), 256 * QueryLimits.MAX_CLAUSES));
  }

  /**
   * @param zone whose days {@code after:} and {@code before:} mean
   * @param lists what {@code list:} and {@code author_class:} know
   */
  public LuceneCompiler(ZoneId zone, KnownLists lists) {
    this.parser = new QueryParser(zone, lists);
  }

  /**
   * The query of a text, at the stage {@link Stage#VIEW}.
   *
   * @throws InvalidQueryException when it does not parse
   */
  public org.apache.lucene.search.Query compile(String text) {
    try {
      return compile(parser.parse(text, Stage.VIEW).query());
    } catch (QueryException e) {
      throw e.forHistory();
    }
  }

  /** A parsed query; scores are constant. */
  public static org.apache.lucene.search.Query compile(Query query) {
    return new ConstantScoreQuery(clause(query));
  }

  private static org.apache.lucene.search.Query clause(Query query) {
    return switch (query) {
      case Query.And(List<Query> parts) -> and(parts);
      case Query.Or(List<Query> parts) -> or(parts);
      case Query.Not _ -> and(List.of(query));
      case Query.Find(Scope scope, Place place) -> find(query, fields(scope), place, 1);
      case Query.AtLeast(int times, Scope scope, Place place) ->
          find(query, fields(scope), place, times);
      case Query.Fact fact -> new TermQuery(new Term(Fields.FACT, fact.key()));
      case Query.FactLike like -> factLike(like);
      case Query.AddressBelow below -> addressBelow(below);
      case Query.Range range ->
          NumericDocValuesField.newSlowRangeQuery(
              field(range.measure()), range.low(), range.high());
      case Query.Named named -> clause(named.meaning());
    };
  }

  private static org.apache.lucene.search.Query and(List<Query> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean positive = false;
    for (Query part : parts) {
      if (part instanceof Query.Not(Query excluded)) {
        all.add(clause(excluded), Occur.MUST_NOT);
      } else {
        all.add(clause(part), Occur.FILTER);
        positive = true;
      }
    }
    if (!positive) {
      all.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return all.build();
  }

  private static org.apache.lucene.search.Query or(List<Query> parts) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    List<BytesRef> title = new ArrayList<>();
    List<BytesRef> text = new ArrayList<>();
    List<BytesRef> facts = new ArrayList<>();
    for (Query part : parts) {
      if (part instanceof Query.Find(Scope scope, Place.Term(String term, String _))) {
        if (scope != Scope.TEXT) {
          title.add(new BytesRef(term));
        }
        if (scope != Scope.TITLE) {
          text.add(new BytesRef(term));
        }
      } else if (part instanceof Query.Fact fact) {
        facts.add(new BytesRef(fact.key()));
      } else {
        any.add(clause(part), Occur.SHOULD);
      }
    }
    addTerms(any, Fields.TITLE, title);
    addTerms(any, Fields.TEXT, text);
    addTerms(any, Fields.FACT, facts);
    return any.build();
  }

  private static void addTerms(BooleanQuery.Builder any, String field, List<BytesRef> terms) {
    if (terms.size() > MANY) {
      any.add(new TermInSetQuery(field, terms), Occur.SHOULD);
    } else {
      terms.forEach(term -> any.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
    }
  }

  private static List<String> fields(Scope scope) {
    return switch (scope) {
      case TITLE -> List.of(Fields.TITLE);
      case TEXT -> List.of(Fields.TEXT);
      case BOTH -> List.of(Fields.TITLE, Fields.TEXT);
    };
  }

  private static org.apache.lucene.search.Query find(
      Query query, List<String> fields, Place place, int times) {
    org.apache.lucene.search.Query candidates =
        any(fields.stream().map(field -> candidates(field, place)).toList());
    if (hasRaw(place)) {
      return new StoredMentionQuery(candidates, query);
    }
    return times == 1 && isDecidedByTerms(place)
        ? candidates
        : new PlaceQuery(fields, place, times, candidates);
  }

  /** Documents with the terms that a place needs in one field. */
  private static org.apache.lucene.search.Query candidates(String field, Place place) {
    return switch (place) {
      case Place.Term term -> new TermQuery(new Term(field, term.term()));
      case Place.Glob _, Place.Stem _ -> TermsLikeQuery.of(field, place);
      case Place.Raw raw ->
          all(
              raw.terms().stream()
                  .<org.apache.lucene.search.Query>map(term -> new TermQuery(new Term(field, term)))
                  .toList());
      case Place.Phrase _, Place.Within _, Place.Near _, Place.SameSentence _ -> {
        List<org.apache.lucene.search.Query> needed = new ArrayList<>();
        collectNeeded(field, place, needed);
        yield all(needed);
      }
      case Place.Either(List<Place> options) ->
          any(options.stream().map(option -> candidates(field, option)).toList());
    };
  }

  private static void collectNeeded(
      String field, Place place, List<org.apache.lucene.search.Query> needed) {
    switch (place) {
      case Place.Phrase phrase -> phrase.parts().forEach(p -> collectNeeded(field, p, needed));
      case Place.Within within -> within.parts().forEach(p -> collectNeeded(field, p, needed));
      case Place.Near near -> {
        collectNeeded(field, near.left(), needed);
        collectNeeded(field, near.right(), needed);
      }
      case Place.SameSentence same -> {
        collectNeeded(field, same.left(), needed);
        collectNeeded(field, same.right(), needed);
      }
      default -> needed.add(candidates(field, place));
    }
  }

  private static org.apache.lucene.search.Query all(List<org.apache.lucene.search.Query> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    parts.stream().distinct().forEach(part -> all.add(part, Occur.FILTER));
    return all.build();
  }

  private static org.apache.lucene.search.Query any(List<org.apache.lucene.search.Query> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.forEach(part -> any.add(part, Occur.SHOULD));
    return any.build();
  }

  private static boolean isDecidedByTerms(Place place) {
    return switch (place) {
      case Place.Term _, Place.Glob _, Place.Stem _ -> true;
      case Place.Phrase phrase ->
          phrase.parts().size() == 1 && isDecidedByTerms(phrase.parts().getFirst());
      case Place.Either(List<Place> options) ->
          options.stream().allMatch(LuceneCompiler::isDecidedByTerms);
      default -> false;
    };
  }

  private static boolean hasRaw(Place place) {
    return PlaceProgram.of(place).leaves().stream().anyMatch(leaf -> leaf instanceof Place.Raw);
  }

  private static org.apache.lucene.search.Query factLike(Query.FactLike like) {
    String name = like.name() + ":";
    String pattern = like.pattern();
    return new TermsLikeQuery(
        Fields.FACT,
        name + Globs.prefix(pattern),
        name + pattern,
        fact -> Globs.matches(pattern, fact.substring(name.length())));
  }

  private static org.apache.lucene.search.Query addressBelow(Query.AddressBelow below) {
    String name = below.name() + ":";
    Address address = below.address();
    return new TermsLikeQuery(
        Fields.FACT,
        name + new Address(address.host(), "").key(),
        name + address.key(),
        fact -> address.covers(fact.substring(name.length())));
  }

  private static String field(Measure measure) {
    return switch (measure) {
      case LIKES -> Fields.LIKES;
      case COMMENTS -> Fields.COMMENTS;
      case SHARES -> Fields.SHARES;
      case ENGAGEMENT -> Fields.ENGAGEMENT;
      case FOLLOWERS -> Fields.FOLLOWERS;
      case TONE -> Fields.TONE_SCORE;
      case PUBLISHED -> Fields.PUBLISHED;
    };
  }
}
