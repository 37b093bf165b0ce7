package ouidire.analysis.query;

import java.util.List;

/** Narrows a query to the title or to the text. */
final class Scopes {
  private Scopes() {}

  /** The same query asked of one field only. */
  static Query narrow(Query query, Scope scope, Token field, Positions positions) {
    Query narrowed =
        switch (query) {
          case Query.And(List<Query> parts) -> new Query.And(all(parts, scope, field, positions));
          case Query.Or(List<Query> parts) -> new Query.Or(all(parts, scope, field, positions));
          case Query.Not(Query part) -> new Query.Not(narrow(part, scope, field, positions));
          case Query.Find(Scope was, Place place) when was == Scope.BOTH || was == scope ->
              new Query.Find(scope, place);
          case Query.AtLeast(int times, Scope was, Place place) when was == Scope.BOTH ->
              new Query.AtLeast(times, scope, place);
          case Query.Fact fact when fact.name().equals("tag") ->
              new Query.Find(scope, new Place.Term("#" + fact.value(), fact.written()));
          case Query.FactLike like when like.name().equals("tag") ->
              new Query.Find(scope, new Place.Glob("#" + like.pattern(), like.written()));
          default ->
              throw TermErrors.badValue(
                  positions.of(query),
                  field.text(),
                  "(…" + QueryPrinter.print(query) + "…)",
                  "des mots, des expressions, # ou @",
                  "words, phrases, # or @",
                  "title:(nordika OR #rappel)");
        };
    return positions.put(narrowed, positions.of(query));
  }

  private static List<Query> all(List<Query> parts, Scope scope, Token field, Positions positions) {
    return parts.stream().map(part -> narrow(part, scope, field, positions)).toList();
  }
}
