package ouidire.analysis.alert.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.analysis.anomaly.AnomalyDetector.Reading;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Reason;
import ouidire.core.alert.Signal;
import ouidire.core.brand.Brand;

/**
 * The built-in rule: far more mentions, or negative ones, than is usual for this brand at this
 * hour. How grave that is is told by several signals: how far from usual, how negative, how fast,
 * how many independent voices, how far they are heard. Insults alone are watched, never paged.
 */
final class CrisisDetection {
  /** Half an hour, in steps. */
  private static final int RECENT = 6;

  /** The worst half hour is looked for so far back. */
  private static final int BACK = 24 * Series.STEPS_PER_HOUR;

  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final AlertRule rule;
  private final Brand brand;
  private final Series series;
  private final Window hour;
  private final Window quarter;
  private final Window minutes;
  private final Sensitivity limits;

  CrisisDetection(AlertRule rule, Brand brand, Series series, Sensitivity limits) {
    this.rule = rule;
    this.brand = brand;
    this.series = series;
    this.hour = new Window(series, Duration.ofHours(1));
    this.quarter = new Window(series, QUARTER);
    this.minutes = new Window(series, Duration.ofMinutes(5));
    this.limits = limits;
  }

  Judgement judge(Instant now) {
    hour.now();
    quarter.now();
    minutes.now();
    Verdict verdict = new Verdict.Windows(series, hour, quarter, minutes).verdict(limits);
    Reading all = verdict.all();
    boolean unusual = all.anomalous() || verdict.complaints(limits);
    boolean holds = unusual && hour.authors() >= Verdict.FEWEST_AUTHORS;
    return new Judgement(rule, holds, !holds && eased(all), signal(now, verdict, holds));
  }

  /** The last half hour is back to usual, or to a quarter of the worst one. */
  private boolean eased(Reading all) {
    long recent = 0;
    long running = 0;
    long worst = 0;
    for (int ago = 0; ago < BACK; ago++) {
      running += series.allAgo(ago);
      if (ago >= RECENT) {
        running -= series.allAgo(ago - RECENT);
      }
      if (ago == RECENT - 1) {
        recent = running;
      }
      worst = Math.max(worst, running);
    }
    return recent <= Math.max(2 * all.expected() * RECENT, worst / 4.0);
  }

  private Signal signal(Instant now, Verdict verdict, boolean holds) {
    Reading all = verdict.all();
    double doubling = holds ? doubling() : 0;
    Signal.Figures figures =
        new Signal.Figures(
            hour.mentions(),
            hour.negative(),
            hour.insults(),
            hour.authors(),
            hour.sources(),
            hour.copies(),
            hour.reach(),
            doubling,
            hour.flagged());
    List<Reason> why = new ArrayList<>();
    Severity severity = holds ? severity(verdict, figures, why) : Severity.WATCH;
    boolean negative = severity != Severity.WATCH;
    Reading reading = negative ? verdict.negative() : all;
    return new Signal(
        rule.id(),
        rule.kind(),
        brand.id(),
        holds ? hour.story() : null,
        now,
        severity,
        negative ? "negative" : "volume",
        negative ? figures.negative() : figures.mentions(),
        reading.expected() * Series.STEPS_PER_HOUR,
        negative ? verdict.distance() : reading.deviation(),
        figures,
        Reasons.hour(brand.name(), figures, all.expected() * Series.STEPS_PER_HOUR),
        why,
        holds ? driving(negative) : List.of());
  }

  private Severity severity(Verdict verdict, Signal.Figures in, List<Reason> why) {
    boolean nearly = verdict.complaints(limits) || verdict.negative().score() >= 0.4;
    if (!nearly || !verdict.angry(limits)) {
      why.add(Reasons.calm(in));
      return Severity.WATCH;
    }
    if (verdict.insultsOnly()) {
      why.add(Reasons.insults(in));
      return Severity.WATCH;
    }
    why.add(Reasons.angry(in));
    why.add(Reasons.far(verdict.farthest(limits)));
    if (in.doublingMinutes() > 0) {
      why.add(Reasons.fast(in.doublingMinutes()));
    }
    why.add(Reasons.voices(in));
    boolean wide = in.negative() >= 12 && in.authors() >= 10;
    boolean fast = in.doublingMinutes() > 0 && in.doublingMinutes() <= QUARTER.toMinutes();
    boolean carried = in.sources() >= 4 || in.reach() >= 100_000 || fast;
    boolean far = verdict.distance() >= 6;
    return wide && far && carried ? Severity.CRISIS : Severity.WARNING;
  }

  /** In how many minutes the negative mentions double; 0 when they do not grow. */
  private double doubling() {
    long now = series.nowMillis();
    int end = series.facts().size();
    int middle = series.before(now - QUARTER.toMillis() + 1);
    int start = series.before(now - 2 * QUARTER.toMillis() + 1);
    long late = negatives(middle, end);
    long early = negatives(start, middle);
    if (late < 5 || late <= early) {
      return 0;
    }
    double growth = Math.log((late + 0.5) / (early + 0.5));
    return QUARTER.toMinutes() * Math.log(2) / growth;
  }

  private long negatives(int from, int to) {
    long count = 0;
    for (Fact fact : series.facts().subList(from, to)) {
      count += fact.negative() ? 1 : 0;
    }
    return count;
  }

  private List<String> driving(boolean negative) {
    return Drivers.of(
        hour.facts(),
        fact -> !series.isCopy(fact) && (!negative || fact.negative() && !fact.insult()));
  }
}
