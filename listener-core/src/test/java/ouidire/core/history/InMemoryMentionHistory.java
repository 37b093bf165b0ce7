package ouidire.core.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Aspect;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Finding;

/**
 * The history kept in a map and answered the plain way: what every other history must agree with,
 * and a stand-in for it in tests.
 */
public final class InMemoryMentionHistory implements MentionHistory, LiveMentions {
  private static final Comparator<String> BY_BYTES =
      (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

  private final Function<String, Predicate<AnalysedMention>> queries;
  private final Map<String, AnalysedMention> kept = new TreeMap<>(BY_BYTES);
  private final List<Consumer<AnalysedMention>> listeners = new CopyOnWriteArrayList<>();

  /** Queries are {@link PlainQueries}. */
  public InMemoryMentionHistory() {
    this(PlainQueries::compile);
  }

  public InMemoryMentionHistory(Function<String, Predicate<AnalysedMention>> queries) {
    this.queries = queries;
  }

  /** Adds mentions, each in place of one with its id, and tells those who listen. */
  public void add(AnalysedMention... mentions) {
    synchronized (kept) {
      for (AnalysedMention mention : mentions) {
        kept.put(mention.id(), mention);
      }
    }
    for (AnalysedMention mention : mentions) {
      listeners.forEach(listener -> listener.accept(mention));
    }
  }

  public void erase(String id) {
    synchronized (kept) {
      kept.remove(id);
    }
  }

  @Override
  public Subscription subscribe(Consumer<AnalysedMention> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public MentionPage search(
      MentionFilter filter, MentionOrder order, int limit, @Nullable String cursor) {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("limit: " + limit + "; give 1 to 1000");
    }
    Comparator<AnalysedMention> byKey = Comparator.comparingLong(m -> PageCursor.key(order, m));
    Comparator<AnalysedMention> sorting =
        (order == MentionOrder.OLDEST ? byKey : byKey.reversed())
            .thenComparing(AnalysedMention::id, BY_BYTES);
    List<AnalysedMention> all = new ArrayList<>(matching(filter));
    all.sort(sorting);
    int start = 0;
    if (cursor != null) {
      PageCursor last = PageCursor.decode(cursor, order);
      while (start < all.size() && !isAfter(all.get(start), last)) {
        start++;
      }
    }
    int end = Math.min(all.size(), start + limit);
    return new MentionPage(
        all.subList(start, end),
        all.size(),
        end == all.size() ? null : PageCursor.after(order, all.get(end - 1)).encoded());
  }

  private static boolean isAfter(AnalysedMention seen, PageCursor last) {
    int byKey = Long.compare(PageCursor.key(last.order(), seen), last.key());
    if (byKey != 0) {
      return last.order() == MentionOrder.OLDEST ? byKey > 0 : byKey < 0;
    }
    return BY_BYTES.compare(seen.id(), last.id()) > 0;
  }

  @Override
  public Optional<AnalysedMention> find(String id) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(id));
    }
  }

  @Override
  public long count(MentionFilter filter) {
    return matching(filter).size();
  }

  @Override
  public long countDistinct(MentionFilter filter, Dimension dimension) {
    return counts(matching(filter), dimension, filter).size();
  }

  @Override
  public Totals totals(MentionFilter filter) {
    List<AnalysedMention> all = matching(filter);
    Map<String, Long> followers = new TreeMap<>();
    long[] sums = new long[4];
    for (AnalysedMention seen : all) {
      Engagement counters = seen.mention().engagement();
      sums[0] += counters.likes() == null ? 0 : counters.likes();
      sums[1] += counters.comments() == null ? 0 : counters.comments();
      sums[2] += counters.shares() == null ? 0 : counters.shares();
      Long known = seen.mention().author().followers();
      String author = seen.mention().author().key();
      if (known != null && author == null) {
        sums[3] += known;
      } else if (known != null && author != null) {
        followers.merge(author, known, Math::max);
      }
    }
    long reach = sums[3] + followers.values().stream().mapToLong(f -> f).sum();
    return new Totals(all.size(), sums[0], sums[1], sums[2], reach, followers.size());
  }

  @Override
  public List<TimeBucket> histogram(
      MentionFilter filter, BucketSize size, ZoneId zone, @Nullable Dimension split) {
    List<AnalysedMention> all = new ArrayList<>(matching(filter));
    all.sort(Comparator.comparing(m -> m.mention().publishedAt()));
    Instant from = filter.from();
    Instant to = filter.to();
    if (all.isEmpty() && (from == null || to == null)) {
      return List.of();
    }
    if (from == null) {
      from = Buckets.start(all.getFirst().mention().publishedAt(), size, zone);
    }
    if (to == null) {
      to = Buckets.next(all.getLast().mention().publishedAt(), size, zone);
    }
    List<Instant> edges = Buckets.edges(from, to, size, zone);
    List<TimeBucket> buckets = new ArrayList<>();
    for (int i = 0; i + 1 < edges.size(); i++) {
      Instant start = edges.get(i);
      Instant end = edges.get(i + 1);
      List<AnalysedMention> inside =
          all.stream()
              .filter(m -> !m.mention().publishedAt().isBefore(start))
              .filter(m -> m.mention().publishedAt().isBefore(end))
              .toList();
      Map<String, Long> counts = split == null ? Map.of() : counts(inside, split, filter);
      buckets.add(new TimeBucket(start, end, inside.size(), counts));
    }
    return buckets;
  }

  @Override
  public List<ValueCount> top(MentionFilter filter, Dimension dimension, int limit) {
    return counts(matching(filter), dimension, filter).entrySet().stream()
        .map(e -> new ValueCount(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(ValueCount::count)
                .reversed()
                .thenComparing(ValueCount::value, BY_BYTES))
        .limit(limit)
        .toList();
  }

  @Override
  public void forEach(MentionFilter filter, Consumer<AnalysedMention> action) {
    matching(filter).stream()
        .sorted(Comparator.comparing(m -> m.mention().publishedAt()))
        .forEach(action);
  }

  @Override
  public <T> T atOneMoment(Function<MentionHistory, T> look) {
    InMemoryMentionHistory held = new InMemoryMentionHistory(queries);
    synchronized (kept) {
      held.kept.putAll(kept);
    }
    return look.apply(held);
  }

  @Override
  public Set<String> existing(Set<String> ids) {
    Set<String> found = new HashSet<>(ids);
    synchronized (kept) {
      found.retainAll(kept.keySet());
    }
    return found;
  }

  /** In the order of their ids. */
  private List<AnalysedMention> matching(MentionFilter filter) {
    Predicate<AnalysedMention> condition = LiveFilter.of(filter, queries);
    synchronized (kept) {
      return kept.values().stream().filter(condition).toList();
    }
  }

  private static Map<String, Long> counts(
      List<AnalysedMention> mentions, Dimension dimension, MentionFilter filter) {
    Map<String, Long> counts = new TreeMap<>(BY_BYTES);
    for (AnalysedMention seen : mentions) {
      for (String value : values(dimension, filter, seen)) {
        counts.merge(value, 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Set<String> values(
      Dimension dimension, MentionFilter filter, AnalysedMention seen) {
    String author = seen.mention().author().key();
    return switch (dimension) {
      case BRAND -> new HashSet<>(seen.matches().stream().map(BrandMatch::brand).toList());
      case TONE -> Set.of(word(LiveFilter.tone(filter, seen)));
      case SOURCE -> Set.of(seen.mention().source().kind() + ":" + seen.mention().source().name());
      case SOURCE_KIND -> Set.of(seen.mention().source().kind());
      case AUTHOR -> author == null ? Set.of() : Set.of(author);
      case LANGUAGE -> Set.of(seen.language());
      case TYPE -> Set.of(word(seen.mention().type()));
      case HASHTAG ->
          new HashSet<>(seen.mention().hashtags().stream().map(LiveFilter::folded).toList());
      case LINK -> new HashSet<>(seen.mention().links());
      case DOMAIN -> new HashSet<>(LiveFilter.domains(seen.mention().links()));
      case KIND -> new HashSet<>(seen.kinds().stream().map(Finding::name).toList());
      case ASPECT -> new HashSet<>(Aspect.values(seen.aspects()));
      case FLAG -> new HashSet<>(seen.flags().stream().map(Finding::name).toList());
      case STORY -> Set.of(seen.storyId());
      case COPIES -> Set.of(seen.copiesId());
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
