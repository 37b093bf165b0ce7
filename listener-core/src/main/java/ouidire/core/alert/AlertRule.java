package ouidire.core.alert;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When to raise an incident. All conditions hold together; a rule of the kind {@code crisis}
 * without conditions is the built-in detection of crises.
 *
 * @param id lower-case letters, digits and hyphens, at most 64
 * @param name as people read it
 * @param kind what it is about, a lower-case word that routes may ask for: {@code crisis, volume,
 *     leak, question...}
 * @param enabled whether it is judged
 * @param brands ids of the brands it is judged for, each by itself; empty for all that are not
 *     competitors
 * @param filter which of a brand's mentions it looks at; all by default
 * @param when what must hold
 * @param severity how loud to be; what the built-in detection finds out by itself
 * @param pendingFor how long it must hold before it fires; 0 by default
 * @param resolveAfter how long it must have eased before it is over; 30 minutes by default
 * @param coolDown how long after the end of an incident what is no graver, not twice as large and
 *     of no other story is its echo, and begins none; 0 by default
 * @param pagesPerDay how many incidents of one brand may page in 24 hours; the next ones stay
 *     quiet, unless they are crises; 12 by default
 * @param playbook id of the playbook to open; null for the kind's
 */
public record AlertRule(
    String id,
    String name,
    String kind,
    Boolean enabled,
    List<String> brands,
    RuleFilter filter,
    List<RuleCondition> when,
    Alert.Severity severity,
    Duration pendingFor,
    Duration resolveAfter,
    Duration coolDown,
    Integer pagesPerDay,
    @Nullable String playbook) {
  /** The built-in detection. */
  public static final AlertRule CRISIS =
      new AlertRule(
          "crisis",
          "Détection de crise",
          "crisis",
          true,
          List.of(),
          RuleFilter.ALL,
          List.of(),
          Alert.Severity.WARNING,
          Duration.ZERO,
          Duration.ofMinutes(5),
          Duration.ofHours(6),
          12,
          null);

  /** What a document leaves out has its default. */
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public AlertRule {
    Checks.id("id", id);
    name = Checks.text("name", name == null ? id : name, 120);
    kind = Checks.word("kind", kind == null ? "volume" : kind);
    enabled = enabled == null || enabled;
    brands = brands == null ? List.of() : List.copyOf(brands);
    filter = filter == null ? RuleFilter.ALL : filter;
    when = when == null ? List.of() : List.copyOf(when);
    severity = severity == null ? Alert.Severity.WARNING : severity;
    pendingFor = Checks.duration("pendingFor", pendingFor, Duration.ZERO, Duration.ofDays(1));
    resolveAfter =
        Checks.duration("resolveAfter", resolveAfter, Duration.ofMinutes(30), Duration.ofDays(7));
    coolDown = Checks.duration("coolDown", coolDown, Duration.ZERO, Duration.ofDays(30));
    pagesPerDay = Checks.number("pagesPerDay", pagesPerDay == null ? 12 : pagesPerDay, 0, 1_000);
    if (when.size() > 10) {
      throw Checks.wrong("when", when.size(), "donnez 10 conditions au plus", "give at most 10");
    }
  }

  /**
   * Refuses a rule that would not do what it says: without conditions it would be the detection of
   * crises under another name, and join every crisis.
   *
   * @throws InvalidDocumentException when it has no condition and is not of the kind {@code crisis}
   */
  public void requireComplete() {
    if (detects() && !kind.equals(CRISIS.kind())) {
      throw Checks.wrong(
          "when",
          null,
          "donnez au moins une condition ; sans condition, seule une règle de type crisis a un sens :"
              + " c’est la détection de crise livrée",
          "give at least one condition; without one only a rule of kind crisis makes sense, which is"
              + " the built-in detection of crises");
    }
  }

  /** Whether it is the detection that finds out by itself what is unusual. */
  public boolean detects() {
    return when.isEmpty();
  }
}
