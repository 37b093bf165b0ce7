package ouidire.analysis.query;

import java.util.List;

/**
 * An estimate of what asking a query costs.
 *
 * @param points 1 for a plain word; roughly proportional to the time it takes
 * @param level what to make of it
 */
public record Cost(int points, Level level) {
  /** In words. */
  public enum Level {
    LOW,
    MEDIUM,
    HIGH
  }

  static Cost of(Query query) {
    int points = points(query);
    Level level = points < 100 ? Level.LOW : points < 1_000 ? Level.MEDIUM : Level.HIGH;
    return new Cost(points, level);
  }

  private static int points(Query query) {
    return switch (query) {
      case Query.And(List<Query> parts) -> parts.stream().mapToInt(Cost::points).sum();
      case Query.Or(List<Query> parts) -> parts.stream().mapToInt(Cost::points).sum();
      case Query.Not(Query part) -> points(part);
      case Query.Find find -> points(find.place(), 1);
      case Query.AtLeast atLeast -> 3 * points(atLeast.place(), 1);
      case Query.Fact _ -> 1;
      case Query.FactLike _ -> 20;
      case Query.AddressBelow _ -> 20;
      case Query.Range _ -> 5;
      case Query.Named named -> points(named.meaning());
    };
  }

  /** Wildcards cost more the more stands around them. */
  private static int points(Place place, int times) {
    int factor = Math.min(times, 64);
    return switch (place) {
      case Place.Term _ -> factor;
      case Place.Glob glob -> factor * (Globs.prefix(glob.pattern()).length() < 3 ? 40 : 20);
      case Place.Stem _ -> 10 * factor;
      case Place.Raw raw -> factor * (10 + raw.terms().size());
      case Place.Phrase phrase ->
          phrase.parts().stream().mapToInt(part -> points(part, 2 * factor)).sum();
      case Place.Within within ->
          within.parts().stream().mapToInt(part -> points(part, 3 * factor)).sum();
      case Place.Near near ->
          points(near.left(), 2 * factor) + points(near.right(), 2 * factor) + near.words() / 10;
      case Place.SameSentence same ->
          points(same.left(), 3 * factor) + points(same.right(), 3 * factor);
      case Place.Either either ->
          either.options().stream().mapToInt(option -> points(option, factor)).sum();
    };
  }
}
