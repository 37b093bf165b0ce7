package ouidire.analysis.query;

import java.util.List;
import java.util.Optional;
import ouidire.analysis.text.Measure;

/** What a query needs to be asked at all, and what it needs when a mention arrives. */
final class Stages {
  private Stages() {}

  /** Nothing in it is to be found, only excluded. */
  static boolean isNegative(Query query) {
    return switch (query) {
      case Query.Not _ -> true;
      case Query.And(List<Query> parts) -> parts.stream().allMatch(Stages::isNegative);
      default -> false;
    };
  }

  static boolean isCollect(Query query) {
    return firstViewOnly(query).isEmpty() && firstUnanchored(query).isEmpty();
  }

  /** The first part that is known only after the mention arrived. */
  static Optional<Query> firstViewOnly(Query query) {
    return switch (query) {
      case Query.And(List<Query> parts) -> first(parts);
      case Query.Or(List<Query> parts) -> first(parts);
      case Query.Not(Query part) -> firstViewOnly(part);
      case Query.Range range when isLate(range.measure()) -> Optional.of(range);
      case Query.Fact fact when isLate(fact.name()) -> Optional.of(fact);
      default -> Optional.empty();
    };
  }

  private static Optional<Query> first(List<Query> parts) {
    return parts.stream().flatMap(part -> firstViewOnly(part).stream()).findFirst();
  }

  private static boolean isLate(Measure measure) {
    return switch (measure) {
      case LIKES, COMMENTS, SHARES, ENGAGEMENT, TONE -> true;
      case FOLLOWERS, PUBLISHED -> false;
    };
  }

  private static boolean isLate(String fact) {
    return fact.equals("tone") || fact.equals("story");
  }

  /**
   * The first alternative without a term that mentions can be found by; empty when all have one.
   */
  static Optional<Query> firstUnanchored(Query query) {
    return switch (query) {
      case Query.Find _, Query.AtLeast _ -> Optional.empty();
      case Query.And(List<Query> parts) ->
          parts.stream().anyMatch(part -> firstUnanchored(part).isEmpty())
              ? Optional.empty()
              : Optional.of(query);
      case Query.Or(List<Query> parts) ->
          parts.stream().flatMap(part -> firstUnanchored(part).stream()).findFirst();
      case Query.Not _, Query.Range _ -> Optional.of(query);
      case Query.Fact fact -> isAnchor(fact.name()) ? Optional.empty() : Optional.of(query);
      case Query.FactLike like -> isAnchor(like.name()) ? Optional.empty() : Optional.of(query);
      case Query.AddressBelow _ -> Optional.empty();
      case Query.Named named ->
          firstUnanchored(named.meaning()).isEmpty() ? Optional.empty() : Optional.of(query);
    };
  }

  private static boolean isAnchor(String fact) {
    return switch (fact) {
      case "author", "tag", "site", "linksite", "link", "url", "thread" -> true;
      default -> false;
    };
  }
}
