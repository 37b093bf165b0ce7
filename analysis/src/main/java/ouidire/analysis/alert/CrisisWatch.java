package ouidire.analysis.alert;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Alert;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.LiveMentions;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.BrandMatch;

/**
 * Watches all brands: each is judged at most once a second while its mentions arrive, and at least
 * every half minute. One brand that cannot be judged is reported by name and the others go on.
 */
public final class CrisisWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CrisisWatch.class);
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final int ROUNDS_BETWEEN_FULL = 30;

  private final BrandCatalogue catalogue;
  private final MentionHistory history;
  private final AlertLog log;
  private final Consumer<Alert> tell;
  private final InstantSource clock;
  private final Set<String> stirred = ConcurrentHashMap.newKeySet();
  private final Map<Brand, BrandWatch> watches = new HashMap<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ouidire-alerts").daemon().factory());
  private LiveMentions.Subscription subscription = () -> {};
  private int round;

  /**
   * @param tell hands an alert over to those who tell people; returns at once
   */
  public CrisisWatch(
      BrandCatalogue catalogue,
      MentionHistory history,
      AlertLog log,
      Consumer<Alert> tell,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.history = history;
    this.log = log;
    this.tell = tell;
    this.clock = clock;
  }

  /** Starts to watch. */
  public void start(LiveMentions live) {
    subscription = live.subscribe(this::stir);
    var unused =
        rounds.scheduleWithFixedDelay(
            this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void stir(AnalysedMention mention) {
    for (BrandMatch match : mention.matches()) {
      stirred.add(match.brand());
    }
  }

  private void round() {
    try {
      judge(round++ % ROUNDS_BETWEEN_FULL == 0);
    } catch (RuntimeException e) {
      LOG.error("a round of the crisis watch failed; the next one goes on", e);
    }
  }

  /** Judges the brands that were mentioned since the last round, or all of them. */
  void judge(boolean everyBrand) {
    List<Brand> brands = catalogue.brands();
    watches.keySet().retainAll(Set.copyOf(brands));
    for (Brand brand : brands) {
      if (stirred.remove(brand.id()) || everyBrand) {
        try {
          judge(brand);
        } catch (RuntimeException e) {
          stirred.add(brand.id());
          LOG.error("brand {} could not be judged; the others go on", brand.id(), e);
        }
      }
    }
  }

  private void judge(Brand brand) {
    watches
        .computeIfAbsent(brand, b -> new BrandWatch(b, history))
        .judge(clock.instant(), log.last(brand.id()))
        .ifPresent(
            alert -> {
              log.append(alert);
              tell.accept(alert);
            });
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
