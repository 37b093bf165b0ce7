package ouidire.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * How one source is doing.
 *
 * @param id stable, the key of its cursor
 * @param kind {@code rss, import, webhook...}
 * @param name as people know it
 * @param url where it is read; null for what is pushed to us
 * @param state what to think of it
 * @param lastSuccess when it last answered well
 * @param lastAttempt when it was last asked
 * @param nextAttempt when it will be asked next; null for what is pushed
 * @param consecutiveFailures failures since the last success
 * @param lastError what failed last, with the remedy; null after a success
 * @param mentions mentions published since the service started
 */
public record SourceStatus(
    String id,
    String kind,
    String name,
    @Nullable String url,
    State state,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastAttempt,
    @Nullable Instant nextAttempt,
    int consecutiveFailures,
    @Nullable Wording lastError,
    long mentions) {

  /** What to think of a source. */
  public enum State {
    /** Answers as it should. */
    OK,
    /** Not asked yet, or nothing pushed yet. */
    WAITING,
    /** Silent for longer than its habit. */
    LATE,
    /** Its last attempts failed. */
    FAILING
  }
}
