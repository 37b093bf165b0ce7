package ouidire.analysis.query;

import java.util.IdentityHashMap;
import java.util.Map;

/** Where each part of a query being read begins, for errors found later. */
final class Positions {
  private final Map<Query, Integer> starts = new IdentityHashMap<>();

  Query put(Query part, int start) {
    starts.putIfAbsent(part, start);
    return part;
  }

  int of(Query part) {
    return starts.getOrDefault(part, 0);
  }
}
