package ouidire.analysis.query;

import java.util.List;

/** Tests on facts that are not compared whole. */
public final class FactTests {
  private FactTests() {}

  /** Whether a fact of the name follows the pattern. */
  public static boolean hasLike(List<String> facts, Query.FactLike like) {
    String name = like.name() + ":";
    for (String fact : facts) {
      if (fact.startsWith(name) && Globs.matches(like.pattern(), fact.substring(name.length()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an address of the name is this one or continues it. */
  public static boolean hasAddress(List<String> facts, Query.AddressBelow below) {
    String name = below.name() + ":";
    for (String fact : facts) {
      if (fact.startsWith(name) && below.address().covers(fact.substring(name.length()))) {
        return true;
      }
    }
    return false;
  }
}
