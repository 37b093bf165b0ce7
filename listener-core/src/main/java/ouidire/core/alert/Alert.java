package ouidire.core.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a brand that is far from usual, with the numbers that say so.
 *
 * @param id stable over the alert's life; at most 128 characters
 * @param brand the brand's id
 * @param severity how loud to be
 * @param state whether it still goes on
 * @param startedAt event time at which it began
 * @param resolvedAt event time at which it ended; null while it goes on
 * @param metric what was measured: {@code volume, negative...}
 * @param observed what was measured
 * @param expected what is usual then
 * @param score how far from usual, in the detector's own unit; larger is farther
 * @param reason the same in words for people, in both languages
 * @param mentions ids of mentions that show it best, at most 20
 */
public record Alert(
    String id,
    String brand,
    Severity severity,
    State state,
    Instant startedAt,
    @Nullable Instant resolvedAt,
    String metric,
    double observed,
    double expected,
    double score,
    Reason reason,
    List<String> mentions) {
  public Alert {
    mentions = List.copyOf(mentions);
  }

  /** How loud to be. */
  public enum Severity {
    /** Worth a look today. */
    WATCH,
    /** Worth a look now. */
    WARNING,
    /** Wakes people. */
    CRISIS
  }

  /** Whether an alert still goes on. */
  public enum State {
    FIRING,
    RESOLVED
  }
}
