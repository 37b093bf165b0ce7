package ouidire.analysis.alert.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The mentions that drive an alert: the most heard first, each author once. */
final class Drivers {
  private static final int MOST = 5;

  /** Who is heard by more; of two alike who spoke first. */
  private static final Comparator<Fact> LOUDER =
      (one, other) ->
          one.reach() == other.reach()
              ? Long.compare(one.at(), other.at())
              : Long.compare(other.reach(), one.reach());

  private Drivers() {}

  /** Ids, in one pass, since they are asked for at every moment of a crisis. */
  static List<String> of(List<Fact> facts, Predicate<Fact> counts) {
    List<Fact> loudest = new ArrayList<>(MOST + 1);
    for (Fact fact : facts) {
      boolean full = loudest.size() == MOST;
      if (full && LOUDER.compare(fact, loudest.getLast()) >= 0) {
        continue;
      }
      if (counts.test(fact)) {
        put(loudest, fact);
      }
    }
    return loudest.stream().map(Fact::id).toList();
  }

  private static void put(List<Fact> loudest, Fact fact) {
    for (Fact known : loudest) {
      if (known.author().equals(fact.author())) {
        if (LOUDER.compare(fact, known) >= 0) {
          return;
        }
        loudest.remove(known);
        break;
      }
    }
    int at = 0;
    while (at < loudest.size() && LOUDER.compare(loudest.get(at), fact) <= 0) {
      at++;
    }
    loudest.add(at, fact);
    if (loudest.size() > MOST) {
      loudest.removeLast();
    }
  }
}
