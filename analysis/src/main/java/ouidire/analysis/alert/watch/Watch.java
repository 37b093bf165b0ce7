package ouidire.analysis.alert.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.LiveMentions;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.BrandMatch;
import ouidire.core.source.SourceDirectory;

/**
 * Watches all brands now: a brand is judged within a quarter of a second after a mention of it, and
 * every half minute. One brand that cannot be judged is reported by name and the others go on.
 */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** Brands whose past is read anew in one round, when much comes late; the others wait. */
  private static final int MOST_LEARNED = 50;

  private final BrandCatalogue catalogue;
  private final Supplier<AlertPolicy> policy;
  private final Past past;
  private final Function<String, Predicate<AnalysedMention>> queries;
  private final SourceWatch sources;
  private final Desk desk;
  private final InstantSource clock;
  private final Queue<AnalysedMention> news = new ConcurrentLinkedQueue<>();
  private final Map<String, BrandWatch> watches = new LinkedHashMap<>();
  private final Set<String> unread = new HashSet<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ouidire-alerts").daemon().factory());
  private LiveMentions.Subscription subscription = () -> {};
  private List<Brand> watched = List.of();
  private List<AlertRule> judged = List.of();
  private Instant last = Instant.MIN;
  private Sensitivity limits = Sensitivity.SHIPPED;

  public Watch(
      BrandCatalogue catalogue,
      Supplier<AlertPolicy> policy,
      Past past,
      Function<String, Predicate<AnalysedMention>> queries,
      SourceDirectory sources,
      Desk desk,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.policy = policy;
    this.past = past;
    this.queries = queries;
    this.sources = new SourceWatch(sources);
    this.desk = desk;
    this.clock = clock;
  }

  /** The same watch with other limits, to be measured; before its first round. */
  public Watch with(Sensitivity other) {
    limits = other;
    return this;
  }

  /** Starts to watch. */
  public void start(LiveMentions live) {
    subscription = live.subscribe(this::hear);
    var unused =
        rounds.scheduleWithFixedDelay(
            this::safely, Moments.MILLIS, Moments.MILLIS / 2, TimeUnit.MILLISECONDS);
  }

  private void safely() {
    try {
      round(Moments.until(clock.instant()));
    } catch (RuntimeException e) {
      LOG.error("a round of the watch failed; the next one goes on", e);
    }
  }

  /** Takes a mention in, to be judged at the next moment. */
  public void hear(AnalysedMention mention) {
    news.add(mention);
  }

  /**
   * Judges what there is to judge at a moment; once for each moment. The clock calls it, or whoever
   * plays a time again.
   */
  public void round(Instant moment) {
    if (!moment.isAfter(last)) {
      return;
    }
    boolean full =
        Moments.nextRound(last.equals(Instant.MIN) ? moment : last).compareTo(moment) <= 0
            || last.equals(Instant.MIN);
    last = moment;
    follow(moment);
    Map<String, List<Judgement>> said = judge(moment, full);
    try {
      desk.together(() -> tell(said, moment));
    } catch (RuntimeException e) {
      // Nothing of it was kept: it is said again.
      said.keySet().stream().filter(watches::containsKey).forEach(unread::add);
      throw e;
    }
  }

  /** What the rules say of the brands that something happened to, and of all at a full round. */
  private Map<String, List<Judgement>> judge(Instant moment, boolean full) {
    Map<String, List<Judgement>> said = new LinkedHashMap<>();
    Set<String> stirred = read();
    int learned = 0;
    for (Brand brand : watched) {
      BrandWatch watch = watches.get(brand.id());
      if (watch == null) {
        continue;
      }
      try {
        if (full && learned < MOST_LEARNED && watch.reloadStale(past, moment)) {
          learned++;
        }
        boolean due = watch.moveTo(moment);
        if (full || due || stirred.contains(brand.id()) || unread.remove(brand.id())) {
          said.put(brand.id(), watch.judge(moment));
        }
      } catch (RuntimeException e) {
        unread.add(brand.id());
        LOG.error("brand {} could not be judged; the others go on", brand.id(), e);
      }
    }
    if (full) {
      judgeSources(moment, said);
    }
    return said;
  }

  private void tell(Map<String, List<Judgement>> said, Instant moment) {
    said.forEach(
        (brand, judgements) -> {
          try {
            desk.hear(brand, judgements, moment, false);
          } catch (RuntimeException e) {
            unread.add(brand);
            LOG.error("what was said of {} could not be heard; the others go on", brand, e);
          }
        });
    desk.tick(moment);
  }

  private void judgeSources(Instant moment, Map<String, List<Judgement>> said) {
    AlertRule rule =
        judged.stream()
            .filter(each -> each.kind().equals(SourceWatch.KIND))
            .findFirst()
            .orElse(SourceWatch.RULE);
    for (Judgement judgement : sources.judge(rule, moment)) {
      said.put(judgement.signal().brand(), List.of(judgement));
    }
  }

  private Set<String> read() {
    Set<String> stirred = new HashSet<>();
    for (AnalysedMention mention = news.poll(); mention != null; mention = news.poll()) {
      for (BrandMatch match : mention.matches()) {
        BrandWatch watch = watches.get(match.brand());
        if (watch != null && watch.hear(mention)) {
          stirred.add(match.brand());
        }
      }
    }
    return stirred;
  }

  /** Brands and rules as they are now; what changed begins from the past. */
  private void follow(Instant moment) {
    List<Brand> brands = catalogue.brands();
    List<AlertRule> rules = policy.get().rules();
    if (brands.equals(watched) && rules.equals(judged)) {
      return;
    }
    boolean sameRules = rules.equals(judged);
    List<Brand> fresh = new ArrayList<>();
    for (Brand brand : brands) {
      if (!sameRules || !watched.contains(brand) || !watches.containsKey(brand.id())) {
        fresh.add(brand);
      }
    }
    watches.keySet().retainAll(brands.stream().map(Brand::id).toList());
    for (Brand brand : fresh) {
      BrandWatch watch = new BrandWatch(brand, rules, queries, limits);
      watch.load(past, moment);
      watches.put(brand.id(), watch);
    }
    watched = List.copyOf(brands);
    judged = List.copyOf(rules);
  }

  /** Ends the round that runs and starts no other. */
  @Override
  public void close() {
    subscription.close();
    rounds.shutdown();
    try {
      if (!rounds.awaitTermination(10, TimeUnit.SECONDS)) {
        rounds.shutdownNow();
      }
    } catch (InterruptedException e) {
      rounds.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
