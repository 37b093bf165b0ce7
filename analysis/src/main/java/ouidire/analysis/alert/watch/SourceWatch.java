package ouidire.analysis.alert.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Reason;
import ouidire.core.alert.RuleFilter;
import ouidire.core.alert.Signal;
import ouidire.core.source.SourceDirectory;
import ouidire.core.source.SourceStatus;

/** A source that is silent is reported as such: nobody shall take its silence for calm. */
final class SourceWatch {
  /** Kind of the rule about sources. */
  static final String KIND = "source";

  /** The rule, where people have written no other of its kind. */
  static final AlertRule RULE =
      new AlertRule(
          "source",
          "Source muette",
          KIND,
          true,
          List.of(),
          RuleFilter.ALL,
          List.of(),
          Severity.WATCH,
          Duration.ofMinutes(30),
          Duration.ZERO,
          Duration.ofHours(6),
          12,
          null);

  private final SourceDirectory sources;

  SourceWatch(SourceDirectory sources) {
    this.sources = sources;
  }

  /** What is said of each source now. */
  List<Judgement> judge(AlertRule rule, Instant now) {
    List<Judgement> all = new ArrayList<>();
    for (SourceStatus source : sources.sources()) {
      boolean silent =
          source.state() == SourceStatus.State.FAILING || source.state() == SourceStatus.State.LATE;
      all.add(new Judgement(rule, silent, !silent, signal(rule, source, now)));
    }
    return all;
  }

  private static Signal signal(AlertRule rule, SourceStatus source, Instant now) {
    Instant last = source.lastSuccess();
    double minutes = last == null ? 0 : Duration.between(last, now).toSeconds() / 60.0;
    String name = source.kind() + " « " + source.name() + " »";
    return new Signal(
        rule.id(),
        KIND,
        "source:" + source.id(),
        null,
        now,
        rule.severity(),
        "silence",
        Math.floor(minutes),
        0,
        source.consecutiveFailures(),
        Signal.Figures.NONE,
        new Reason(
            "La source " + name + " ne répond plus : son silence n’est pas du calme.",
            "The source " + name + " does not answer: its silence is not calm."),
        List.of(),
        List.of());
  }
}
