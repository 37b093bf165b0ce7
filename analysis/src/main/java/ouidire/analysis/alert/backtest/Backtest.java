package ouidire.analysis.alert.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.MemoryIncidentStore;
import ouidire.analysis.alert.watch.BrandWatch;
import ouidire.analysis.alert.watch.Moments;
import ouidire.analysis.alert.watch.Past;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Incident;
import ouidire.core.brand.Brand;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;

/**
 * What rules would have done: the watch, the moments and the life of incidents are those of now,
 * the time is that of the mentions. Mentions are taken as if each had come when it was published.
 * There is no courier: nothing can be sent.
 */
public final class Backtest {
  private final Past past;
  private long heard;
  private final Function<String, Predicate<AnalysedMention>> queries;

  public Backtest(Past past, Function<String, Predicate<AnalysedMention>> queries) {
    this.past = past;
    this.queries = queries;
  }

  /**
   * Plays a time again.
   *
   * @param policy its rules, campaigns and budgets count; its channels hear nothing
   * @return every incident, also those that never fired or were kept quiet, oldest first
   */
  public List<Incident> play(AlertPolicy policy, List<Brand> brands, Instant from, Instant to) {
    MemoryIncidentStore store = new MemoryIncidentStore();
    AlertPolicy silent = policy.withChannels(List.of());
    for (Brand brand : brands) {
      boolean concerned = silent.rules().stream().anyMatch(rule -> BrandWatch.isFor(rule, brand));
      if (concerned) {
        play(silent, brand, from, to, store);
      }
    }
    List<Incident> all = new ArrayList<>(store.read());
    all.sort(Comparator.comparing(Incident::startedAt).thenComparing(Incident::id));
    return all;
  }

  /** How many mentions were heard so far. */
  public long heard() {
    return heard;
  }

  private void play(
      AlertPolicy policy, Brand brand, Instant from, Instant to, MemoryIncidentStore store) {
    Desk desk = new Desk(() -> policy, store, () -> from);
    BrandWatch watch = new BrandWatch(brand, policy.rules(), queries);
    Instant start = Moments.at(from);
    watch.load(past, start);
    Run run = new Run(brand.id(), watch, desk, start);
    MentionFilter mine = MentionFilter.ALL.withBrands(java.util.Set.of(brand.id()));
    past.mentions(
        mine,
        start.plusMillis(1),
        to,
        mention -> {
          heard++;
          run.hear(mention);
        });
    run.end(Moments.until(to));
  }

  /** One brand's moments, one after the other. */
  private static final class Run {
    private final String brand;
    private final BrandWatch watch;
    private final Desk desk;
    private Instant last;
    private Instant due = Instant.MAX;
    private boolean stirred;

    Run(String brand, BrandWatch watch, Desk desk, Instant start) {
      this.brand = brand;
      this.watch = watch;
      this.desk = desk;
      last = start;
      judge(start);
    }

    void hear(AnalysedMention mention) {
      Instant moment = Moments.at(mention.mention().publishedAt());
      if (moment.isAfter(due)) {
        settle();
      }
      rounds(moment);
      // Its time comes when the moment does.
      boolean unused = watch.hear(mention);
      stirred = true;
      due = moment;
    }

    /** Judges the moment that waits for its mentions. */
    private void settle() {
      if (stirred) {
        judge(due);
      }
      stirred = false;
      due = Instant.MAX;
    }

    /** The half minutes before a moment. */
    private void rounds(Instant before) {
      Instant next = Moments.nextRound(last);
      while (next.isBefore(before)) {
        judge(next);
        next = Moments.nextRound(next);
      }
    }

    private void judge(Instant moment) {
      boolean unused = watch.moveTo(moment);
      desk.hear(brand, watch.judge(moment), moment, false);
      desk.tick(moment);
      last = moment;
    }

    void end(Instant to) {
      settle();
      rounds(to.plusMillis(1));
    }
  }
}
