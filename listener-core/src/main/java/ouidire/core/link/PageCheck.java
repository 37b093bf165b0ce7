package ouidire.core.link;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a linking page was fetched again.
 *
 * @param page its canonical address
 * @param at when it was fetched last
 * @param state what came of it
 * @param goneSince when it was first found gone; null while it is there
 * @param present keys of pages that it was seen to link to, this time or before
 * @param missing keys of pages that it linked to and does not any more, with when that was found
 */
public record PageCheck(
    String page,
    Instant at,
    State state,
    @Nullable Instant goneSince,
    Set<String> present,
    Map<String, Instant> missing) {
  public PageCheck {
    present = Set.copyOf(present);
    missing = Map.copyOf(missing);
  }

  /** What came of a fetch. */
  public enum State {
    /** It was read. */
    READ,
    /** It answered 404 or 410: it is no more. */
    GONE,
    /** Nothing can be said this time: no answer, an error, or its robots.txt forbids it. */
    UNKNOWN
  }

  /** When the link to a page was found lost; null while nothing says so. */
  public @Nullable Instant lost(String targetKey) {
    return goneSince != null ? goneSince : missing.get(targetKey);
  }
}
