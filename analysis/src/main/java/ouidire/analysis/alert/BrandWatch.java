package ouidire.analysis.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.anomaly.AnomalyDetector;
import ouidire.analysis.anomaly.AnomalyDetector.Reading;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.Alert.State;
import ouidire.core.brand.Brand;
import ouidire.core.history.BucketSize;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.TimeBucket;
import ouidire.core.mention.ToneLabel;

/**
 * Judges one brand at one moment, from the history alone: asked twice about the same moment and
 * history, it answers the same. All the numbers of an alert are taken from the history as it was at
 * one instant, so that they agree with each other while mentions arrive. Not thread-safe.
 */
final class BrandWatch {
  /** How far back is looked to learn what is usual. */
  private static final Duration MEMORY = Duration.ofDays(30);

  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final int STEPS_PER_HOUR = 12;

  /** How long after its start an alert that ended keeps its echoes from paging. */
  private static final Duration COOL_DOWN = Duration.ofHours(24);

  /** Two people who talk to each other are no crisis, however small the brand. */
  private static final long FEWEST_AUTHORS = 5;

  private static final int DRIVING_MENTIONS = 5;

  private final Brand brand;
  private final MentionHistory history;
  private AnomalyDetector all = new AnomalyDetector();
  private AnomalyDetector negative = new AnomalyDetector();
  private @Nullable Instant learnedUntil;
  private long learnedFrom;

  BrandWatch(Brand brand, MentionHistory history) {
    this.brand = brand;
    this.history = history;
  }

  /**
   * What changes now: a new alert, the later state of the one that goes on, or nothing.
   *
   * @param last the brand's latest alert, whether it goes on or has ended
   */
  Optional<Alert> judge(Instant now, Optional<Alert> last) {
    return history.atOneMoment(seen -> judge(seen, now, last));
  }

  private Optional<Alert> judge(MentionHistory seen, Instant now, Optional<Alert> last) {
    Instant step =
        Instant.ofEpochSecond(now.getEpochSecond() / STEP.toSeconds() * STEP.toSeconds());
    // What was collected late belongs to the past that is learned from.
    if (!step.equals(learnedUntil) || seen.count(past(step)) != learnedFrom) {
      learn(seen, step);
    }
    Verdict verdict = verdict(seen, step);
    if (last.isPresent() && last.get().state() == State.FIRING) {
      return next(seen, last.get(), verdict, now);
    }
    if (!verdict.anomalous()) {
      return Optional.empty();
    }
    Facts facts = facts(seen, now);
    Severity severity = severity(verdict, facts);
    if (facts.authors() < FEWEST_AUTHORS || last.isPresent() && echo(last.get(), step, severity)) {
      return Optional.empty();
    }
    String id = brand.id() + ":" + step.atZone(ZoneOffset.UTC).toLocalDateTime();
    return Optional.of(alert(id, step, State.FIRING, null, severity, verdict, facts));
  }

  /** Within a day of an alert that ended, what is no worse is its echo and pages nobody again. */
  private static boolean echo(Alert ended, Instant step, Severity severity) {
    return ended.startedAt().plus(COOL_DOWN).isAfter(step)
        && severity.compareTo(ended.severity()) <= 0;
  }

  private void learn(MentionHistory seen, Instant step) {
    all = new AnomalyDetector();
    negative = new AnomalyDetector();
    learnedUntil = step;
    MentionFilter past = past(step);
    learnedFrom = seen.count(past);
    boolean begun = false;
    for (TimeBucket bucket :
        seen.histogram(past, BucketSize.FIVE_MINUTES, ZoneOffset.UTC, Dimension.TONE)) {
      // Before its first mention a brand was not watched, which is not the same as silent.
      begun |= bucket.count() > 0;
      if (begun) {
        int hour = hour(bucket.start());
        Reading unused = all.step(hour, bucket.count());
        unused = negative.step(hour, bucket.split().getOrDefault("negative", 0L));
      }
    }
  }

  private MentionFilter past(Instant step) {
    return mine().withPeriod(step.minus(MEMORY), step);
  }

  /** What both detectors say of the step that runs. */
  private record Verdict(Reading all, Reading negative) {
    boolean anomalous() {
      return all.anomalous() || negative.anomalous();
    }
  }

  private Verdict verdict(MentionHistory seen, Instant step) {
    MentionFilter running = mine().withPeriod(step, step.plus(STEP));
    int hour = hour(step);
    return new Verdict(
        all.peek(hour, seen.count(running)),
        negative.peek(hour, seen.count(running.withTones(Set.of(ToneLabel.NEGATIVE)))));
  }

  /** What the last hour holds. */
  private record Facts(
      long mentions, long negative, long authors, long sources, List<String> driving) {
    double negativeShare() {
      return mentions == 0 ? 0 : negative / (double) mentions;
    }
  }

  private Facts facts(MentionHistory seen, Instant now) {
    MentionFilter hour = lastHour(now);
    MentionFilter bad = hour.withTones(Set.of(ToneLabel.NEGATIVE));
    long negatives = seen.count(bad);
    List<String> driving =
        seen
            .search(negatives > 0 ? bad : hour, MentionOrder.FOLLOWERS, DRIVING_MENTIONS, null)
            .mentions()
            .stream()
            .map(mention -> mention.id())
            .toList();
    return new Facts(
        seen.count(hour),
        negatives,
        seen.countDistinct(hour, Dimension.AUTHOR),
        seen.countDistinct(hour, Dimension.SOURCE),
        driving);
  }

  private static Severity severity(Verdict verdict, Facts facts) {
    if (verdict.negative().score() < 0.4 || facts.negativeShare() < 0.4) {
      return Severity.WATCH;
    }
    boolean crisis =
        facts.negativeShare() >= 0.5
            && facts.mentions() >= 20
            && facts.authors() >= 10
            && verdict.negative().deviation() >= 6;
    return crisis ? Severity.CRISIS : Severity.WARNING;
  }

  private Optional<Alert> next(MentionHistory seen, Alert firing, Verdict verdict, Instant now) {
    if (over(seen, firing, now)) {
      return Optional.of(
          new Alert(
              firing.id(),
              firing.brand(),
              firing.severity(),
              State.RESOLVED,
              firing.startedAt(),
              now,
              firing.metric(),
              firing.observed(),
              firing.expected(),
              firing.score(),
              firing.reason(),
              firing.mentions()));
    }
    Facts facts = facts(seen, now);
    Severity severity = severity(verdict, facts);
    if (severity.compareTo(firing.severity()) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        alert(firing.id(), firing.startedAt(), State.FIRING, null, severity, verdict, facts));
  }

  /** Over when the last half hour is back to usual, or to a quarter of the worst one. */
  private boolean over(MentionHistory seen, Alert firing, Instant now) {
    if (Duration.between(firing.startedAt(), now).compareTo(HALF_HOUR) < 0) {
      return false;
    }
    long recent = seen.count(mine().withPeriod(now.minus(HALF_HOUR), now));
    double usual = all.peek(hour(now), 0).expected() * STEPS_PER_HOUR / 2;
    long worst = 0;
    Instant from = firing.startedAt();
    if (from.isBefore(now.minus(Duration.ofDays(14)))) {
      from = now.minus(Duration.ofDays(14));
    }
    long before = 0;
    for (TimeBucket quarter :
        seen.histogram(
            mine().withPeriod(from, now), BucketSize.QUARTER_HOUR, ZoneOffset.UTC, null)) {
      worst = Math.max(worst, before + quarter.count());
      before = quarter.count();
    }
    return recent <= Math.max(2 * usual, worst / 4.0);
  }

  private Alert alert(
      String id,
      Instant startedAt,
      State state,
      @Nullable Instant resolvedAt,
      Severity severity,
      Verdict verdict,
      Facts facts) {
    boolean bad = severity != Severity.WATCH;
    Reading reading = bad ? verdict.negative() : verdict.all();
    double expected = reading.expected() * STEPS_PER_HOUR;
    return new Alert(
        id,
        brand.id(),
        severity,
        state,
        startedAt,
        resolvedAt,
        bad ? "negative" : "volume",
        bad ? facts.negative() : facts.mentions(),
        expected,
        reading.deviation(),
        AlertReason.of(
            brand.name(),
            facts.mentions(),
            verdict.all().expected() * STEPS_PER_HOUR,
            facts.negativeShare(),
            facts.authors(),
            facts.sources()),
        facts.driving());
  }

  private MentionFilter lastHour(Instant now) {
    return mine().withPeriod(now.minus(HOUR), now.plusSeconds(1));
  }

  private MentionFilter mine() {
    return MentionFilter.ALL.withBrands(Set.of(brand.id()));
  }

  private int hour(Instant time) {
    return time.atZone(brand.zone()).getHour();
  }
}
