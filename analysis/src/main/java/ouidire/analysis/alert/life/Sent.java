package ouidire.analysis.alert.life;

import java.time.Instant;

/** What became of sending a message. */
public sealed interface Sent {
  /** They have it. */
  record Delivered() implements Sent {}

  /**
   * Not yet.
   *
   * @param reason without secrets
   * @param nextTry when to try again
   */
  record Failed(String reason, Instant nextTry) implements Sent {}

  /**
   * Never.
   *
   * @param reason without secrets
   */
  record GivenUp(String reason) implements Sent {}

  /**
   * Not to be sent after all: an exercise, and a channel that exercises leave alone.
   *
   * @param reason without secrets
   */
  record Dropped(String reason) implements Sent {}
}
