package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Reason;
import ouidire.core.alert.RuleCondition;
import ouidire.core.alert.RuleFilter;
import ouidire.core.alert.Signal;

/** Rules and what they say, for tests. */
public final class Said {
  public static final String BRAND = "tournelune";
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Said() {}

  public static AlertRule rule(String id, String kind) {
    return rule(id, kind, Duration.ZERO, Duration.ofMinutes(30), Duration.ZERO, 12);
  }

  public static AlertRule rule(
      String id,
      String kind,
      Duration pendingFor,
      Duration resolveAfter,
      Duration coolDown,
      int pages) {
    return new AlertRule(
        id,
        id,
        kind,
        true,
        List.of(),
        RuleFilter.ALL,
        List.of(new RuleCondition(RuleCondition.Metric.COUNT, 5.0, null, Duration.ofHours(1))),
        Severity.WARNING,
        pendingFor,
        resolveAfter,
        coolDown,
        pages,
        null);
  }

  public static Judgement holds(AlertRule rule, Instant at, Severity severity, double observed) {
    return new Judgement(rule, true, false, signal(rule, at, severity, observed, "m1"));
  }

  public static Judgement eased(AlertRule rule, Instant at) {
    return new Judgement(rule, false, true, signal(rule, at, Severity.WATCH, 0, "m1"));
  }

  public static Judgement between(AlertRule rule, Instant at) {
    return new Judgement(rule, false, false, signal(rule, at, Severity.WATCH, 3, "m1"));
  }

  public static Signal signal(
      AlertRule rule, Instant at, Severity severity, double observed, String... mentions) {
    long negative = severity == Severity.WATCH ? 0 : Math.round(observed);
    return new Signal(
        rule.id(),
        rule.kind(),
        BRAND,
        null,
        at,
        severity,
        severity == Severity.WATCH ? "volume" : "negative",
        observed,
        1,
        5,
        new Signal.Figures(Math.round(observed), negative, 0, 9, 3, 0, 1_000, 8, 1),
        new Reason("Tournelune : " + Math.round(observed) + " mentions", "Tournelune: many"),
        List.of(),
        List.of(mentions));
  }

  /** The same, said of another brand. */
  public static Judgement about(String brand, Judgement said) {
    return said(said, brand, said.signal().story());
  }

  /** The same, most of it of one story. */
  public static Judgement of(String story, Judgement said) {
    return said(said, said.signal().brand(), story);
  }

  private static Judgement said(Judgement said, String brand, @Nullable String story) {
    Signal signal = said.signal();
    Signal other =
        new Signal(
            signal.rule(),
            signal.kind(),
            brand,
            story,
            signal.at(),
            signal.severity(),
            signal.metric(),
            signal.observed(),
            signal.expected(),
            signal.score(),
            signal.figures(),
            signal.reason(),
            signal.why(),
            signal.mentions());
    return new Judgement(said.rule(), said.holds(), said.eased(), other);
  }

  public static Channel channel(String id, Channel.Kind kind, String... settings) {
    java.util.Map<String, String> plain = new java.util.HashMap<>();
    java.util.Map<String, String> secret = new java.util.HashMap<>();
    for (int i = 0; i + 1 < settings.length; i += 2) {
      boolean hidden = settings[i].startsWith("!");
      (hidden ? secret : plain)
          .put(hidden ? settings[i].substring(1) : settings[i], settings[i + 1]);
    }
    return new Channel(id, kind, id, Severity.WARNING, true, plain, secret);
  }

  public static AlertPolicy policy(AlertRule... rules) {
    return AlertPolicy.DEFAULT
        .withRules(List.of(rules))
        .withChannels(List.of(channel("page", Channel.Kind.PAGE)));
  }
}
