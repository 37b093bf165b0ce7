package ouidire.core.stream;

import java.time.Duration;
import java.util.List;

/** Every topic, its key and how long it is kept: the only store beside the index. */
public enum Topics {
  /** As collected, keyed by mention id; anyone's own connector may write here. */
  MENTIONS("ouidire.mentions", false, Duration.ofDays(7)),
  /**
   * With all that is known, keyed by mention id: a later record replaces the earlier, a tombstone
   * erases.
   */
  ANALYSED("ouidire.analysed", true, Duration.ofMillis(-1)),
  /** How far each source was read, keyed by source id. */
  CURSORS("ouidire.cursors", true, Duration.ofMillis(-1)),
  /** Brands, rules, keys and corrections, keyed by kind and id. */
  SETTINGS("ouidire.settings", true, Duration.ofMillis(-1)),
  /** State of each incident and its outbox, keyed by incident id. */
  ALERTS("ouidire.alerts", true, Duration.ofMillis(-1)),
  /**
   * What people decide where nothing alerts, keyed by incident: carried out by the one process that
   * alerts.
   */
  DECISIONS("ouidire.decisions", false, Duration.ofDays(30)),
  /** Records that could not be understood, as they came, with the cause in headers. */
  DEAD_LETTERS("ouidire.dead-letters", false, Duration.ofDays(90));

  private final String topicName;
  private final boolean compacted;
  private final Duration retention;

  Topics(String topicName, boolean compacted, Duration retention) {
    this.topicName = topicName;
    this.compacted = compacted;
    this.retention = retention;
  }

  public String topicName() {
    return topicName;
  }

  /** Whether a later record of the same key replaces the earlier. */
  public boolean compacted() {
    return compacted;
  }

  /** How long a record is kept; negative for as long as nothing replaces it. */
  public Duration retention() {
    return retention;
  }

  public static List<Topics> all() {
    return List.of(values());
  }
}
