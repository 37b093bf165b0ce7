package ouidire.analysis.match;

import java.util.HashMap;
import java.util.Map;
import ouidire.analysis.query.Place;

/**
 * How often leaves were seen in the mentions that passed: what a query waits for should be rare in
 * the traffic there is, not only in the language.
 *
 * @param mentions how many passed
 * @param seen in how many of them each leaf was; none for those never seen
 */
record Traffic(long mentions, Map<Place, Long> seen) {
  /** Nothing passed yet. */
  static final Traffic UNKNOWN = new Traffic(0, Map.of());

  /** Below, a count says little. */
  static final int ENOUGH = 1_000;

  Traffic {
    seen = Map.copyOf(seen);
  }

  /** This and what passed since. */
  Traffic and(Traffic later) {
    return new Traffic(mentions + later.mentions, together(later));
  }

  /** This and what others looked for in the same mentions. */
  Traffic beside(Traffic other) {
    return new Traffic(Math.max(mentions, other.mentions), together(other));
  }

  private Map<Place, Long> together(Traffic other) {
    Map<Place, Long> all = new HashMap<>(seen);
    other.seen.forEach((leaf, times) -> all.merge(leaf, times, Long::sum));
    return all;
  }

  /**
   * How many of a million mentions have the leaf.
   *
   * @param guess for a leaf of which too little is known
   */
  long perMillion(Place leaf, long guess) {
    if (mentions < ENOUGH) {
      return guess;
    }
    Long times = seen.get(leaf);
    return times == null
        ? Math.min(guess, 1_000_000 / mentions)
        : Math.min(900_000, times * 1_000_000 / mentions);
  }
}
