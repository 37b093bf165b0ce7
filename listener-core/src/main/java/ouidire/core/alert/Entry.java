package ouidire.core.alert;

import java.time.Instant;
import java.util.Map;

/**
 * One line of an incident's decision log. Each line's hash covers the line and the hash before, so
 * that none can be changed, removed or put in between unnoticed; see {@link DecisionLog}.
 *
 * @param number from 1
 * @param at when it was decided
 * @param kind what was decided
 * @param by who decided: a person's or key's name, or {@code ouidire}
 * @param details what belongs to it, by name; no mention's text, no secret
 * @param hash SHA-256 in hexadecimal
 */
public record Entry(
    int number, Instant at, Kind kind, String by, Map<String, String> details, String hash) {
  /** Who decides when no person does. */
  public static final String OURSELVES = "ouidire";

  public Entry {
    details = Map.copyOf(details);
  }

  /** What can be decided. */
  public enum Kind {
    OPENED,
    FIRED,
    /** Another rule fires on the same story. */
    JOINED,
    WORSENED,
    ACKNOWLEDGED,
    /** Nobody resolved it in the time that was asked for: it pages again. */
    ACKNOWLEDGEMENT_EXPIRED,
    ESCALATED,
    SILENCED,
    INHIBITED,
    SUPPRESSED,
    OVER_BUDGET,
    /** What kept it quiet ended. */
    UNMUTED,
    RESOLVED,
    NOTED,
    /** Seen, and decided to do nothing: over-reacting is a mistake as well. */
    OBSERVED,
    TASK_DONE,
    TASK_REOPENED,
    SIGNED_OFF,
    EVIDENCE,
    DELIVERED,
    DELIVERY_FAILED,
    DELIVERY_GIVEN_UP,
    HANDED_OVER,
    MARKED
  }
}
