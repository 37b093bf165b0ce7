package ouidire.core.history;

import java.time.Instant;
import java.util.Map;

/**
 * Mentions published in [start, end).
 *
 * @param split by value of the dimension asked for; empty when none was. A mention counts once for
 *     each value it has
 */
public record TimeBucket(Instant start, Instant end, long count, Map<String, Long> split) {
  public TimeBucket {
    split = Map.copyOf(split);
  }
}
