package ouidire.analysis.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes places of queries, for the operators that ask where something stands. */
final class Places {
  private Places() {}

  /** The place that an operand means; an error when it has none. */
  static Place of(Query operand, int position, String operator, List<QueryWarning> warnings) {
    Place place = place(operand);
    if (place == null) {
      throw OperatorErrors.notAPlace(position, operator);
    }
    warnOfWildcards(place, position, warnings);
    return place;
  }

  private static @Nullable Place place(Query operand) {
    return switch (operand) {
      case Query.Find(Scope scope, Place place) -> scope == Scope.BOTH ? place : null;
      case Query.Fact fact when fact.name().equals("tag") ->
          new Place.Term("#" + fact.value(), fact.written());
      case Query.FactLike like when like.name().equals("tag") ->
          new Place.Glob("#" + like.pattern(), like.written());
      case Query.Or(List<Query> parts) -> {
        List<Place> options = new ArrayList<>();
        for (Query part : parts) {
          Place option = place(part);
          if (option == null) {
            yield null;
          }
          options.add(option);
        }
        yield new Place.Either(options);
      }
      default -> null;
    };
  }

  private static void warnOfWildcards(Place place, int position, List<QueryWarning> warnings) {
    switch (place) {
      case Place.Glob glob -> warnings.add(QueryWarnings.wildcardNear(position, glob.written()));
      case Place.Either(List<Place> options) ->
          options.forEach(option -> warnOfWildcards(option, position, warnings));
      default -> {
        // Said already where it was built, or no wildcard.
      }
    }
  }
}
