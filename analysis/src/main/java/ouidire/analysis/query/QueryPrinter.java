package ouidire.analysis.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes queries in one way: operators in English and upper case, every AND written, brackets only
 * where they are needed or where AND and OR meet. What it writes parses to the same query.
 */
final class QueryPrinter {
  private QueryPrinter() {}

  static String print(Query query) {
    return switch (query) {
      case Query.And(List<Query> parts) ->
          parts.stream().map(QueryPrinter::inAnd).collect(Collectors.joining(" AND "));
      case Query.Or(List<Query> parts) ->
          parts.stream().map(QueryPrinter::inOr).collect(Collectors.joining(" OR "));
      case Query.Not(Query part) -> "NOT " + bracketed(part);
      case Query.Find(Scope scope, Place place) -> scoped(scope, place);
      case Query.AtLeast(int times, Scope scope, Place place) ->
          field(scope, "ATLEAST/" + times + "(" + print(place) + ")", scope != Scope.BOTH);
      case Query.Fact fact -> fact.written();
      case Query.FactLike like -> like.name().equals("tag") ? "#" + like.pattern() : like.written();
      case Query.AddressBelow below -> below.written();
      case Query.Range range -> range.written();
      case Query.Named named -> named.written();
    };
  }

  private static String inAnd(Query part) {
    return part instanceof Query.Or ? "(" + print(part) + ")" : print(part);
  }

  private static String inOr(Query part) {
    return part instanceof Query.And ? "(" + print(part) + ")" : print(part);
  }

  private static String bracketed(Query part) {
    return part instanceof Query.And || part instanceof Query.Or
        ? "(" + print(part) + ")"
        : print(part);
  }

  private static String scoped(Scope scope, Place place) {
    boolean single =
        place instanceof Place.Term || place instanceof Place.Glob || place instanceof Place.Phrase;
    return field(scope, print(place), !single);
  }

  private static String field(Scope scope, String inside, boolean brackets) {
    String shown = brackets ? "(" + inside + ")" : inside;
    return switch (scope) {
      case TITLE -> "title:" + shown;
      case TEXT -> "text:" + shown;
      case BOTH -> inside;
    };
  }

  static String print(Place place) {
    return switch (place) {
      case Place.Term term -> term.written();
      case Place.Glob glob -> glob.written();
      case Place.Stem stem -> "stem:" + FieldValues.quoted(stem.written());
      case Place.Raw raw -> "raw:" + quote(raw.text());
      case Place.Phrase phrase -> phrase.quoted() ? quote(phrase.written()) : phrase.written();
      case Place.Within within -> quote(within.written()) + "~" + within.words();
      case Place.Near near ->
          operandLeft(near.left())
              + (near.ordered() ? " ONEAR/" : " NEAR/")
              + near.words()
              + " "
              + operandRight(near.right());
      case Place.SameSentence same ->
          operandLeft(same.left()) + " SENTENCE " + operandRight(same.right());
      case Place.Either(List<Place> options) ->
          options.stream().map(QueryPrinter::print).collect(Collectors.joining(" OR "));
    };
  }

  /** The left side needs no brackets around a NEAR: it groups to the left. */
  private static String operandLeft(Place place) {
    return place instanceof Place.Either ? "(" + print(place) + ")" : print(place);
  }

  private static String operandRight(Place place) {
    boolean brackets =
        place instanceof Place.Either
            || place instanceof Place.Near
            || place instanceof Place.SameSentence;
    return brackets ? "(" + print(place) + ")" : print(place);
  }

  private static String quote(String inside) {
    return inside.indexOf('"') < 0 ? "\"" + inside + "\"" : "«" + inside + "»";
  }
}
