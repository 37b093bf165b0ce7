package ouidire.core.brand;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A brand and how it stands.
 *
 * @param origin where it is written
 * @param version of its entry in the settings; 0 while it stands in the configuration only
 * @param changedBy who changed it last; null while nobody did
 * @param changedAt when; null while nobody did
 * @param trouble why its query cannot be asked; null when it can
 * @param past whether older mentions have their match
 */
public record BrandState(
    Brand brand,
    Origin origin,
    long version,
    @Nullable String changedBy,
    @Nullable Instant changedAt,
    @Nullable Trouble trouble,
    Past past) {

  /** Where a brand is written. */
  public enum Origin {
    /** In the configuration. */
    CONFIGURED,
    /** In the configuration, and changed since in the interface. */
    EDITED,
    /** In the interface. */
    ADDED
  }

  /** What is wrong, for people. */
  public record Trouble(String fr, String en) {}

  /**
   * Whether the mentions from before the query's last change have their match.
   *
   * @param looked mentions looked at so far
   * @param total mentions to look at; known once it runs
   */
  public record Past(Step step, long looked, long total) {
    /** Everything in the history has its match. */
    public static final Past DONE = new Past(Step.DONE, 0, 0);

    /** How far it is. */
    public enum Step {
      /** It has not begun; counts lack older mentions, or have too many. */
      WAITING,
      /** Under way; counts grow towards what the query finds. */
      RUNNING,
      DONE
    }
  }
}
