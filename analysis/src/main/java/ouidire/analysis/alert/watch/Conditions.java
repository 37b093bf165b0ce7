package ouidire.analysis.alert.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.analysis.anomaly.AnomalyDetector.Reading;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Reason;
import ouidire.core.alert.RuleCondition;
import ouidire.core.alert.Signal;
import ouidire.core.brand.Brand;

/** A rule that people wrote: all its conditions hold, or have eased to half of what they ask. */
final class Conditions {
  private static final double EASED = 0.5;
  private static final int DRIVING_MENTIONS = 5;

  private final AlertRule rule;
  private final Brand brand;
  private final Series series;
  private final Window hour;
  private final List<Measure> measures = new ArrayList<>();

  /** A condition and the window it looks at. */
  private record Measure(RuleCondition condition, Window window) {}

  Conditions(AlertRule rule, Brand brand, Series series) {
    this.rule = rule;
    this.brand = brand;
    this.series = series;
    this.hour = new Window(series, java.time.Duration.ofHours(1));
    for (RuleCondition condition : rule.when()) {
      measures.add(new Measure(condition, new Window(series, condition.window())));
    }
  }

  Judgement judge(Instant now) {
    boolean holds = true;
    boolean eased = false;
    List<Reason> why = new ArrayList<>();
    double observed = 0;
    double expected = 0;
    for (Measure measure : measures) {
      RuleCondition condition = measure.condition();
      double value = value(measure);
      double wanted = wanted(condition);
      holds &= value >= wanted && (value > 0 || wanted <= 0);
      // A silence is over as soon as somebody speaks.
      boolean silence = condition.metric() == RuleCondition.Metric.SILENCE;
      eased |= value < (silence ? wanted : wanted * EASED);
      why.add(Reasons.condition(condition.metric(), value, condition.window().toMinutes()));
      if (why.size() == 1) {
        observed = value;
        expected = usual(condition);
      }
    }
    return new Judgement(rule, holds, !holds && eased, signal(now, observed, expected, why, holds));
  }

  private double wanted(RuleCondition condition) {
    Double least = condition.atLeast();
    Double times = condition.timesUsual();
    double wanted = least == null ? 0 : least;
    return times == null ? wanted : Math.max(wanted, times * usual(condition));
  }

  /** What is usual in such a while at this hour; 0 where nothing is. */
  private double usual(RuleCondition condition) {
    Reading reading =
        switch (condition.metric()) {
          case COUNT -> series.reading();
          case NEGATIVE -> series.negativeReading();
          default -> null;
        };
    return reading == null
        ? 0
        : reading.expected() * condition.window().toSeconds() / Series.STEP_SECONDS;
  }

  private double value(Measure measure) {
    Window window = measure.window().now();
    return switch (measure.condition().metric()) {
      case COUNT -> window.mentions();
      case NEGATIVE -> window.negative();
      case NEGATIVE_SHARE -> window.negativeShare();
      case REACH -> window.reach();
      case AUTHORS -> window.authors();
      case NEW_AUTHORS -> newAuthors(window);
      case SOURCES -> window.sources();
      case SPEED -> window.mentions() * 60.0 / measure.condition().window().toSeconds();
      case FLAGGED -> window.flagged();
      case UNANSWERED_AGE -> unansweredMinutes(window);
      case SILENCE -> silentMinutes();
    };
  }

  private long newAuthors(Window window) {
    List<Fact> inside = window.facts();
    Set<String> before = new HashSet<>();
    for (Fact fact : series.facts().subList(0, series.facts().size() - inside.size())) {
      before.add(fact.author());
    }
    return inside.stream().map(Fact::author).distinct().filter(a -> !before.contains(a)).count();
  }

  private double unansweredMinutes(Window window) {
    Set<String> answered = new HashSet<>();
    for (Fact fact : series.facts()) {
      if (fact.parent() != null) {
        answered.add(fact.parent());
      }
    }
    return window.facts().stream()
        .filter(fact -> fact.question() && !fact.official() && !answered.contains(fact.id()))
        .findFirst()
        .map(fact -> (series.nowMillis() - fact.at()) / 60_000.0)
        .orElse(0.0);
  }

  private double silentMinutes() {
    List<Fact> facts = series.facts();
    long last =
        facts.isEmpty() ? series.nowMillis() - Series.KEPT.toMillis() : facts.getLast().at();
    return (series.nowMillis() - last) / 60_000.0;
  }

  private Signal signal(
      Instant now, double observed, double expected, List<Reason> why, boolean holds) {
    hour.now();
    Signal.Figures figures =
        new Signal.Figures(
            hour.mentions(),
            hour.negative(),
            hour.insults(),
            hour.authors(),
            hour.sources(),
            hour.copies(),
            hour.reach(),
            0,
            hour.flagged());
    Reason first = why.getFirst();
    return new Signal(
        rule.id(),
        rule.kind(),
        brand.id(),
        holds ? hour.story() : null,
        now,
        rule.severity(),
        rule.when().getFirst().metric().name().toLowerCase(java.util.Locale.ROOT),
        observed,
        expected,
        expected > 0 ? observed / expected : 0,
        figures,
        new Reason(
            brand.name() + " — " + rule.name() + " : " + first.french(),
            brand.name() + " — " + rule.name() + ": " + first.english()),
        why,
        holds ? driving() : List.of());
  }

  private List<String> driving() {
    List<Fact> facts = measures.getFirst().window().facts();
    return facts.stream()
        .sorted(
            Comparator.comparing(Fact::negative)
                .thenComparing(Fact::reach)
                .reversed()
                .thenComparing(Fact::at))
        .limit(DRIVING_MENTIONS)
        .map(Fact::id)
        .toList();
  }
}
