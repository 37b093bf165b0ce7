package ouidire.analysis.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.match.Matches.Trouble;
import ouidire.analysis.match.QuerySet.Entry;
import ouidire.analysis.query.ParsedQuery;
import ouidire.analysis.query.Steps;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.mention.Mention;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;

/**
 * Many queries, asked of each mention at once. A query that is put, changed or removed counts from
 * the next mention on; those who match never wait for those who change.
 *
 * <p>Queries live in three sets, from few to many: a change rebuilds the smallest that it can.
 */
public final class LiveMatcher {
  /** Queries that the first and second set hold at most. */
  private static final int[] ROOM = {32, 1_024, Integer.MAX_VALUE};

  private static final long FIRST_TUNING = 5_000;

  /** What readers see: the sets, and entries of theirs that were changed or removed since. */
  private record State(List<QuerySet> sets, Set<Long> gone) {}

  private record Found(long order, Match match) {}

  private final Map<String, Entry> all = new LinkedHashMap<>();
  private final AtomicLong passed = new AtomicLong();
  private final AtomicLong tuneAt = new AtomicLong(FIRST_TUNING);
  private volatile State state = new State(List.of(empty(), empty(), empty()), Set.of());
  private Traffic traffic = Traffic.UNKNOWN;
  private long serials;

  private static QuerySet empty() {
    return new QuerySet(List.of(), Traffic.UNKNOWN);
  }

  /**
   * Lets each query wait for what is rarest in the mentions that passed, rather than in the
   * language as such. Happens by itself, beside the matching, after {@value #FIRST_TUNING} mentions
   * and each time that ten times as many have passed. Changes no answer.
   */
  public synchronized void tune() {
    Traffic latest = Traffic.UNKNOWN;
    for (QuerySet set : state.sets()) {
      latest = latest.beside(set.traffic());
    }
    Traffic known = traffic.and(latest);
    if (known.mentions() < Traffic.ENOUGH) {
      return;
    }
    traffic = known;
    List<QuerySet> sets = new ArrayList<>();
    for (QuerySet set : state.sets()) {
      sets.add(
          new QuerySet(
              set.entries().stream()
                  .filter(entry -> !state.gone().contains(entry.serial()))
                  .toList(),
              known));
    }
    state = new State(List.copyOf(sets), Set.of());
  }

  private void tuneWhenDue() {
    long due = tuneAt.get();
    if (passed.incrementAndGet() >= due && tuneAt.compareAndSet(due, 10 * due)) {
      Thread.ofVirtual().name("matcher-tuning").start(this::tune);
    }
  }

  /** Puts a query under an id, in place of one that is there. */
  public void put(String id, ParsedQuery query) {
    putAll(Map.of(id, query));
  }

  /** Puts many at once: 10,000 take a fraction of a second. */
  public synchronized void putAll(Map<String, ParsedQuery> queries) {
    Set<Long> gone = new HashSet<>(state.gone());
    List<Entry> fresh = new ArrayList<>();
    queries.forEach(
        (id, query) -> {
          Entry before = all.get(id);
          Entry after = new Entry(id, query, before == null ? serials : before.order(), serials++);
          if (before != null) {
            gone.add(before.serial());
          }
          all.put(id, after);
          fresh.add(after);
        });
    settle(fresh, gone);
  }

  /** Removes a query; nothing when there is none of that id. */
  public synchronized void remove(String id) {
    Entry before = all.remove(id);
    if (before != null) {
      Set<Long> gone = new HashSet<>(state.gone());
      gone.add(before.serial());
      settle(List.of(), gone);
    }
  }

  /** Keeps exactly these queries; those that did not change are not built again. */
  public synchronized void replaceAll(Map<String, ParsedQuery> queries) {
    Set<Long> gone = new HashSet<>(state.gone());
    for (Entry entry : List.copyOf(all.values())) {
      if (!queries.containsKey(entry.id())) {
        all.remove(entry.id());
        gone.add(entry.serial());
      }
    }
    Map<String, ParsedQuery> changed = new LinkedHashMap<>();
    queries.forEach(
        (id, query) -> {
          Entry known = all.get(id);
          if (known == null || !known.parsed().equals(query)) {
            changed.put(id, query);
          }
        });
    state = new State(state.sets(), Set.copyOf(gone));
    putAll(changed);
  }

  /** Puts fresh entries into the first set with room for them and for those of the sets before. */
  private void settle(Collection<Entry> fresh, Set<Long> gone) {
    List<QuerySet> sets = new ArrayList<>(state.sets());
    List<Entry> moving = new ArrayList<>(fresh);
    Set<Long> left = gone;
    int goneBefore = gone.size();
    for (int level = 0; level < sets.size(); level++) {
      boolean last = level == sets.size() - 1;
      if (moving.isEmpty() && goneBefore <= Math.max(64, all.size() / 4)) {
        break;
      }
      for (Entry entry : sets.get(level).entries()) {
        if (!left.remove(entry.serial())) {
          moving.add(entry);
        }
      }
      if (moving.size() <= ROOM[level] || last) {
        sets.set(level, new QuerySet(moving, traffic));
        moving = new ArrayList<>();
        if (goneBefore <= Math.max(64, all.size() / 4)) {
          break;
        }
      } else {
        sets.set(level, empty());
      }
    }
    state = new State(List.copyOf(sets), Set.copyOf(left));
  }

  /** How many queries there are. */
  public synchronized int size() {
    return all.size();
  }

  /** Which queries a mention matches; the tone is not known yet. */
  public List<Match> match(Mention mention, String language) {
    return match(mention, language, null);
  }

  /**
   * Which queries a mention matches.
   *
   * @param language as analysis decided, ISO 639-1
   * @param tone of the whole; null when it is not known yet
   */
  public List<Match> match(Mention mention, String language, @Nullable Tone tone) {
    return match(new MentionFacts().read(mention, language, tone)).matches();
  }

  /** Which queries a mention matches. May be called by any number of threads. */
  public Matches match(MentionFacts facts) {
    tuneWhenDue();
    State now = state;
    List<Found> matching = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    for (QuerySet set : now.sets()) {
      if (set.size() > 0) {
        ask(set, now.gone(), facts, matching, troubles);
      }
    }
    if (matching.isEmpty()) {
      return new Matches(List.of(), troubles);
    }
    matching.sort(Comparator.comparingLong(Found::order));
    List<Match> matches = new ArrayList<>(matching.size());
    for (Found found : matching) {
      matches.add(found.match());
    }
    return new Matches(matches, troubles);
  }

  private static void ask(
      QuerySet set,
      Set<Long> gone,
      MentionFacts facts,
      List<Found> matching,
      List<Trouble> troubles) {
    Sighting seen = set.sighting();
    seen.look(facts);
    for (int i = 0; i < seen.candidateCount(); i++) {
      int query = seen.candidate(i);
      Entry entry = set.entries().get(query);
      try {
        if (set.condition(query).holds(seen) && !gone.contains(entry.serial())) {
          List<Span> spans = seen.evaluator().spans(entry.parsed().query(), facts);
          matching.add(new Found(entry.order(), new Match(entry.id(), spans)));
        }
        if (seen.wasCut()) {
          troubles.add(new Trouble(entry.id(), "cut off after " + Steps.LIMIT + " pairs of words"));
        }
      } catch (RuntimeException | StackOverflowError e) {
        // One broken query never stops the rest.
        troubles.add(new Trouble(entry.id(), e.toString()));
        seen.wasCut();
      }
    }
    set.back(seen);
  }
}
