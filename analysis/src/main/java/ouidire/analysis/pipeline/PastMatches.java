package ouidire.analysis.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.pipeline.MentionAnalysis.BrandMatcher.Found;
import ouidire.core.brand.BrandState.Past;
import ouidire.core.brand.BrandState.Past.Step;
import ouidire.core.history.LiveMentions;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.BrandMatch;

/**
 * Gives older mentions the match that a new or changed brand has with them, and takes away the one
 * it has no more: looks at every mention that the query finds or that has the brand, and writes
 * those that differ to {@code ouidire.analysed} again. The stream stays the truth, so that an index
 * built anew says the same, and every count of a brand still opens exactly its mentions.
 *
 * <p>What was done for which query is remembered by {@link Memory}, so that a process that ends
 * half-way begins that brand again. While a brand is worked on, new mentions are looked at as well:
 * one that was analysed under the old query just before the change is corrected when it becomes
 * searchable, for {@link #GRACE} after the change; and one that a collector changed meanwhile keeps
 * that change.
 */
public final class PastMatches implements AutoCloseable {
  /** On records that say again what is known: not news for those who follow the stream. */
  static final String SAID_AGAIN = "ouidire-again";

  private static final Logger LOG = LoggerFactory.getLogger(PastMatches.class);

  /** How long after a change other processes may still analyse under the old query. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final MentionHistory history;
  private final LiveMentions live;
  private final MentionAnalysis.BrandMatcher everyBrand;
  private final Memory memory;
  private final MentionAnalysis.Listener listener;
  private final InstantSource clock;
  private final StreamLoop loop = new StreamLoop("past-matches", this::session);
  private final Semaphore changed = new Semaphore(0);
  private final Map<String, Past> progress = new ConcurrentHashMap<>();
  private final Queue<AnalysedMention> heard = new ConcurrentLinkedQueue<>();
  private volatile Map<String, Wanted> wanted = Map.of();
  private volatile boolean listening;

  // Of the loop's thread alone.
  private final Map<String, Long> watched = new LinkedHashMap<>();
  private final Rewrites rewrites;
  private final Set<String> fresher = new HashSet<>();

  /**
   * A brand as it should be found.
   *
   * @param fingerprint changes whenever the brand would match other mentions or at other places
   * @param candidates a filter under which every mention is that the query matches
   * @param matcher finds the brand, and no other, in a mention
   */
  public record Wanted(
      String brand,
      String fingerprint,
      MentionFilter candidates,
      MentionAnalysis.BrandMatcher matcher) {
    private static final String UNKNOWN = "";

    /** A brand whose query cannot be asked now: what it matched stays as it is. */
    public static Wanted unknown(String brand) {
      return new Wanted(brand, UNKNOWN, MentionFilter.ALL, (_, _) -> List.of());
    }

    private boolean canBeAsked() {
      return !fingerprint.equals(UNKNOWN);
    }

    private boolean differsFrom(@Nullable String applied) {
      return canBeAsked() && !fingerprint.equals(applied);
    }
  }

  /** Which query of a brand the history was last brought to. */
  public interface Memory {
    /** Fingerprints by brand. */
    Map<String, String> applied();

    /** Remembers a fingerprint; null forgets the brand. */
    void apply(String brand, @Nullable String fingerprint);
  }

  /** Where mentions are written again. */
  public interface Rewriter {
    CompletableFuture<Void> replace(AnalysedMention mention);
  }

  /** The brand was changed once more, or we are to end: what is under way is of no use. */
  private static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Outdated() {
      super("outdated", null, false, false);
    }
  }

  /**
   * @param everyBrand finds every brand as it is now, all in one look; changed before {@link #want}
   *     is called
   */
  public PastMatches(
      MentionHistory history,
      LiveMentions live,
      MentionAnalysis.BrandMatcher everyBrand,
      Memory memory,
      Rewriter stream,
      MentionAnalysis.Listener listener,
      InstantSource clock) {
    this.history = history;
    this.live = live;
    this.everyBrand = everyBrand;
    this.memory = memory;
    this.rewrites = new Rewrites(history, stream, loop);
    this.listener = listener;
    this.clock = clock;
  }

  static boolean isSaidAgain(ConsumerRecord<String, byte[]> record) {
    return record.headers().lastHeader(SAID_AGAIN) != null;
  }

  /** Starts with these brands: before they are known, none may be taken for removed. */
  public void start(Collection<Wanted> brands) {
    want(brands);
    loop.wakeBy(changed::release);
    loop.start();
  }

  /** From now on these are the brands. Returns at once. */
  public void want(Collection<Wanted> brands) {
    Map<String, Wanted> all = new LinkedHashMap<>();
    brands.forEach(one -> all.put(one.brand(), one));
    Map<String, String> applied = memory.applied();
    all.values().stream()
        .filter(one -> one.differsFrom(applied.get(one.brand())))
        .forEach(one -> progress.put(one.brand(), new Past(Step.WAITING, 0, 0)));
    // Before anybody can take a snapshot of the history, so that nothing falls between.
    listening = true;
    wanted = all;
    changed.release();
  }

  /** How far a brand's past is. */
  public Past progress(String brand) {
    return progress.getOrDefault(brand, Past.DONE);
  }

  private void session() throws Exception {
    rewrites.forgetUnderWay();
    try (Subscription subscription = live.subscribe(this::hear)) {
      while (!loop.isStopping()) {
        Optional<String> next = next();
        if (next.isPresent()) {
          bring(next.get());
        } else {
          listening = !watched.isEmpty();
          boolean unused = changed.tryAcquire(listening ? 50 : 60_000, TimeUnit.MILLISECONDS);
        }
        correctHeard();
        if (watched.values().removeIf(until -> System.nanoTime() - until > 0)
            && watched.isEmpty()) {
          rewrites.forget();
          fresher.clear();
        }
      }
      LOG.debug("{} ends", subscription);
    }
  }

  /** On the indexer's thread. */
  private void hear(AnalysedMention mention) {
    if (listening) {
      heard.add(mention);
    }
  }

  /** A brand whose past is not as wanted. */
  private Optional<String> next() {
    Map<String, String> applied = memory.applied();
    for (Wanted one : wanted.values()) {
      if (one.differsFrom(applied.get(one.brand()))) {
        return Optional.of(one.brand());
      }
      progress.remove(one.brand());
    }
    return applied.keySet().stream().filter(id -> !wanted.containsKey(id)).findFirst();
  }

  private void bring(String brand) throws Exception {
    Wanted target = wanted.get(brand);
    MentionFilter having = MentionFilter.ALL.withBrands(Set.of(brand));
    try {
      heard.clear();
      listening = true;
      watched.put(brand, System.nanoTime() + GRACE.toNanos());
      long total =
          history.count(having) + (target == null ? 0 : history.count(target.candidates()));
      long[] looked = new long[1];
      progress.put(brand, new Past(Step.RUNNING, 0, total));
      int before = rewrites.count();
      if (target != null) {
        history.forEach(target.candidates(), seen -> look(seen, brand, target, looked, total));
      }
      history.forEach(having, seen -> look(seen, brand, target, looked, total));
      correctHeard();
      rewrites.awaitVisible();
      if (wanted.get(brand) == target) {
        memory.apply(brand, target == null ? null : target.fingerprint());
      }
      progress.remove(brand);
      LOG.info("brand {}: {} mentions written again", brand, rewrites.count() - before);
    } catch (Outdated e) {
      rewrites.awaitVisible();
      LOG.debug("brand {} was changed meanwhile", brand);
    } finally {
      rewrites.forget();
      fresher.clear();
    }
  }

  private void look(
      AnalysedMention snapshot, String brand, @Nullable Wanted target, long[] looked, long total) {
    if (loop.isStopping() || wanted.get(brand) != target) {
      throw new Outdated();
    }
    if (++looked[0] % 256 == 0) {
      progress.put(brand, new Past(Step.RUNNING, Math.min(looked[0], total), total));
      correctHeard();
    }
    if (rewrites.has(snapshot.id())) {
      return;
    }
    AnalysedMention seen =
        fresher.contains(snapshot.id()) ? history.find(snapshot.id()).orElse(snapshot) : snapshot;
    Found expected =
        target == null
            ? null
            : target.matcher().match(seen.mention(), seen.language()).stream()
                .findFirst()
                .orElse(null);
    corrected(seen, brand, expected).ifPresent(rewrites::write);
  }

  /**
   * Mentions that became searchable meanwhile. One that we wrote again from an older reading is
   * written again from this newer one.
   */
  private void correctHeard() {
    for (AnalysedMention seen = heard.poll(); seen != null; seen = heard.poll()) {
      fresher.add(seen.id());
      AnalysedMention right = asNow(seen);
      if (right != seen || rewrites.has(seen.id())) {
        rewrites.write(right);
      }
    }
  }

  /** The mention with the matches that the watched brands have with it now. */
  private AnalysedMention asNow(AnalysedMention seen) {
    AnalysedMention right = seen;
    if (!watched.isEmpty()) {
      Map<String, Found> found = new HashMap<>();
      for (Found one : everyBrand.match(seen.mention(), seen.language())) {
        found.put(one.brand(), one);
      }
      for (String brand : watched.keySet()) {
        Wanted target = wanted.get(brand);
        if (target == null || target.canBeAsked()) {
          right = corrected(right, brand, found.get(brand)).orElse(right);
        }
      }
    }
    return right;
  }

  /** The mention with the match that the brand has with it; empty when it is so already. */
  private Optional<AnalysedMention> corrected(
      AnalysedMention seen, String brand, @Nullable Found expected) {
    List<BrandMatch> matches = new ArrayList<>(seen.matches());
    boolean right = expected == null;
    for (BrandMatch match : seen.matches()) {
      if (match.brand().equals(brand)) {
        right = expected != null && match.spans().equals(expected.spans());
        matches.remove(match);
      }
    }
    if (right) {
      return Optional.empty();
    }
    if (expected != null) {
      matches.add(
          new BrandMatch(
              brand,
              expected.spans(),
              listener.hear(seen.mention(), seen.language()).toward(brand, expected.spans())));
    }
    return Optional.of(seen.withMatches(matches, clock.instant()));
  }

  @Override
  public void close() {
    loop.close();
  }
}
