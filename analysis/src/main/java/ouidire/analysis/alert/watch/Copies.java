package ouidire.analysis.alert.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Knows articles that reprint another: forty reprints of one dispatch are one voice. */
final class Copies {
  /** Articles by each of their hashes. */
  private final Map<Long, Fact> known = new HashMap<>();

  private final Set<String> reprints = new HashSet<>();

  /** Takes an article in; true when one like it is known. */
  boolean isCopy(Fact fact) {
    if (!fact.article()) {
      return false;
    }
    for (long hash : fact.print()) {
      Fact like = known.get(hash);
      if (like != null && TextPrint.alike(like.print(), fact.print())) {
        reprints.add(fact.id());
        return true;
      }
    }
    for (long hash : fact.print()) {
      known.putIfAbsent(hash, fact);
    }
    return false;
  }

  boolean knownAsCopy(String id) {
    return reprints.contains(id);
  }

  void forgetBefore(long millis) {
    known.values().removeIf(fact -> fact.at() < millis);
  }

  void clear() {
    known.clear();
    reprints.clear();
  }
}
