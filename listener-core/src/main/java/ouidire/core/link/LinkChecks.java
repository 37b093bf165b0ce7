package ouidire.core.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fetches linking pages again to see whether their links are still there. */
public interface LinkChecks {
  /**
   * Where checking a brand's linking pages stands.
   *
   * @param running whether a round is under way
   * @param looked pages looked at in this round, or in the last
   * @param total pages to look at in it
   * @param endedAt when the last round ended; null before the first
   */
  record Progress(boolean running, int looked, int total, @Nullable Instant endedAt) {
    public static final Progress NEVER = new Progress(false, 0, 0, null);
  }

  /**
   * Begins a round over the pages that link to a brand's sites, the longest unseen first; while one
   * is under way, it goes on. Returns at once.
   */
  Progress begin(String brand);

  Progress progress(String brand);
}
