package ouidire.analysis.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.Place;
import ouidire.analysis.query.PlaceProgram;
import ouidire.analysis.query.Query;
import ouidire.analysis.query.Scope;

/** Some queries made ready to be asked together. Immutable once built. */
final class QuerySet {
  /**
   * A query under its name.
   *
   * @param order rising with the time the id was first put
   * @param serial of its own
   */
  record Entry(String id, ParsedQuery parsed, long order, long serial) {}

  private static final int[] NOBODY = new int[0];

  private final List<Entry> entries;
  private final Condition[] conditions;
  private final Map<Place, Integer> leafNumbers = new HashMap<>();
  private final List<Place> leaves = new ArrayList<>();
  private final List<Integer> timesAsked = new ArrayList<>();
  private final Map<String, Integer> factNumbers = new HashMap<>();
  private final LeafTable terms;
  private final Patterns patterns;
  private final boolean hasPatterns;
  private final int[][] byLeaf;
  private final int[][] byFact;
  private final int[] always;
  private final ConcurrentLinkedQueue<Sighting> idle = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Sighting> made = new ConcurrentLinkedQueue<>();

  /**
   * @param traffic what is known of the mentions that pass
   */
  QuerySet(List<Entry> queries, Traffic traffic) {
    entries = List.copyOf(queries);
    conditions = new Condition[entries.size()];
    List<List<Integer>> waitingForLeaf = new ArrayList<>();
    List<List<Integer>> waitingForFact = new ArrayList<>();
    List<Integer> waitingForNothing = new ArrayList<>();
    for (int query = 0; query < entries.size(); query++) {
      conditions[query] = condition(entries.get(query).parsed().query());
    }
    int[] uses = timesAsked.stream().mapToInt(Integer::intValue).toArray();
    for (int query = 0; query < entries.size(); query++) {
      Query tree = entries.get(query).parsed().query();
      Cover cover = Cover.of(tree, (leaf, guess) -> expected(leaf, guess, uses, traffic));
      if (cover.isNone()) {
        waitingForNothing.add(query);
      }
      for (Place leaf : cover.leaves()) {
        at(waitingForLeaf, number(leaf)).add(query);
      }
      for (String fact : cover.facts()) {
        at(waitingForFact, factNumber(fact)).add(query);
      }
    }
    byLeaf = arrays(waitingForLeaf, leaves.size());
    byFact = arrays(waitingForFact, factNumbers.size());
    always = waitingForNothing.stream().mapToInt(Integer::intValue).toArray();
    String[] words = new String[leaves.size()];
    boolean others = false;
    for (int leaf = 0; leaf < words.length; leaf++) {
      if (leaves.get(leaf) instanceof Place.Term(String term, String _)) {
        words[leaf] = term;
      } else {
        others = true;
      }
    }
    terms = new LeafTable(words);
    patterns = new Patterns(leaves);
    hasPatterns = others;
  }

  /** What everybody asks for, many mentions have, until the traffic tells. */
  private long expected(Place leaf, long guess, int[] uses, Traffic traffic) {
    int number = number(leaf);
    long weighed = Math.min(guess * (4 + uses[number]) / 4, 900_000);
    return traffic.perMillion(leaves.get(number), weighed);
  }

  /** What passed by so far; counts of other threads may lag a little. */
  Traffic traffic() {
    long mentions = 0;
    Map<Place, Long> seen = new HashMap<>();
    for (Sighting sighting : made) {
      mentions += sighting.looked();
      for (int leaf = 0; leaf < leaves.size(); leaf++) {
        if (sighting.timesSeen(leaf) > 0) {
          seen.merge(leaves.get(leaf), (long) sighting.timesSeen(leaf), Long::sum);
        }
      }
    }
    return new Traffic(mentions, seen);
  }

  int size() {
    return entries.size();
  }

  List<Entry> entries() {
    return entries;
  }

  Condition condition(int query) {
    return conditions[query];
  }

  int leafCount() {
    return leaves.size();
  }

  int factCount() {
    return factNumbers.size();
  }

  LeafTable terms() {
    return terms;
  }

  Patterns patterns() {
    return patterns;
  }

  boolean hasPatterns() {
    return hasPatterns;
  }

  int fact(String fact) {
    Integer number = factNumbers.get(fact);
    return number == null ? -1 : number;
  }

  int[] queriesOfLeaf(int leaf) {
    return byLeaf[leaf];
  }

  int[] queriesOfFact(int fact) {
    return byFact[fact];
  }

  int[] always() {
    return always;
  }

  /** A sighting to use, and to give {@link #back}. */
  Sighting sighting() {
    Sighting one = idle.poll();
    if (one == null) {
      one = new Sighting(this);
      made.add(one);
    }
    return one;
  }

  void back(Sighting sighting) {
    idle.add(sighting);
  }

  private Condition condition(Query query) {
    return switch (query) {
      case Query.And(List<Query> parts) -> new Condition.All(conditions(parts));
      case Query.Or(List<Query> parts) -> new Condition.Any(conditions(parts));
      case Query.Not(Query part) -> new Condition.None(condition(part));
      case Query.Find(Scope scope, Place place) -> place(place, 1, scope);
      case Query.AtLeast(int times, Scope scope, Place place) -> place(place, times, scope);
      case Query.Fact fact -> new Condition.Stated(factNumber(fact.key()));
      case Query.FactLike like -> new Condition.StatedLike(like);
      case Query.AddressBelow below -> new Condition.Below(below);
      case Query.Range range -> new Condition.Between(range.measure(), range.low(), range.high());
      case Query.Named named -> condition(named.meaning());
    };
  }

  private List<Condition> conditions(List<Query> parts) {
    return parts.stream()
        .map(this::condition)
        .sorted(Comparator.comparingInt(Condition::cost))
        .toList();
  }

  private Condition place(Place place, int times, Scope scope) {
    if (times == 1 && single(place) instanceof Place leaf) {
      return new Condition.There(number(leaf), scope);
    }
    PlaceProgram program = PlaceProgram.of(place);
    int[] numbers = new int[program.leaves().size()];
    int[][] rawTerms = new int[numbers.length][];
    for (int i = 0; i < numbers.length; i++) {
      Place leaf = program.leaves().get(i);
      if (leaf instanceof Place.Raw raw) {
        numbers[i] = -1;
        rawTerms[i] =
            raw.terms().stream().mapToInt(term -> number(new Place.Term(term, term))).toArray();
      } else {
        numbers[i] = number(leaf);
        rawTerms[i] = NOBODY;
      }
    }
    return new Condition.Placed(program, numbers, rawTerms, times, scope);
  }

  /** The one leaf that the place is; null when it is more. */
  private static @Nullable Place single(Place place) {
    return switch (place) {
      case Place.Term _, Place.Glob _, Place.Stem _ -> place;
      case Place.Phrase phrase when phrase.parts().size() == 1 -> single(phrase.parts().getFirst());
      default -> null;
    };
  }

  /** A leaf's number; how it was written makes no difference. */
  private int number(Place leaf) {
    Place bare =
        switch (leaf) {
          case Place.Term term -> new Place.Term(term.term(), "");
          case Place.Glob glob -> new Place.Glob(glob.pattern(), "");
          case Place.Stem stem -> new Place.Stem(stem.stem(), "");
          default -> throw new IllegalArgumentException("no leaf: " + leaf.getClass());
        };
    Integer known = leafNumbers.get(bare);
    if (known != null) {
      timesAsked.set(known, timesAsked.get(known) + 1);
      return known;
    }
    leaves.add(bare);
    timesAsked.add(1);
    leafNumbers.put(bare, leaves.size() - 1);
    return leaves.size() - 1;
  }

  private int factNumber(String fact) {
    return factNumbers.computeIfAbsent(fact, key -> factNumbers.size());
  }

  private static List<Integer> at(List<List<Integer>> lists, int index) {
    while (lists.size() <= index) {
      lists.add(new ArrayList<>(2));
    }
    return lists.get(index);
  }

  private static int[][] arrays(List<List<Integer>> lists, int size) {
    int[][] arrays = new int[size][];
    for (int i = 0; i < size; i++) {
      arrays[i] =
          i < lists.size() && !lists.get(i).isEmpty()
              ? lists.get(i).stream().mapToInt(Integer::intValue).toArray()
              : NOBODY;
    }
    return arrays;
  }
}
