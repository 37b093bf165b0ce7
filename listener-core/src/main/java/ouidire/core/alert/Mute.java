package ouidire.core.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an incident tells nobody although it goes on.
 *
 * @param kind what keeps it quiet
 * @param by who silenced it, or the id of the incident, campaign or rule that keeps it quiet
 * @param until when that ends by itself; null when it ends with its cause
 */
public record Mute(Kind kind, String by, @Nullable Instant until) {
  /** What can keep an incident quiet. */
  public enum Kind {
    /** A person did. */
    SILENCED,
    /** A graver incident says the same. */
    INHIBITED,
    /** A planned campaign explains it. */
    SUPPRESSED,
    /** Its rule has paged as often as it may in a day. */
    OVER_BUDGET
  }
}
