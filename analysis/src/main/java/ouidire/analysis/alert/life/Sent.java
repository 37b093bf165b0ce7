package ouidire.analysis.alert.life;

import java.time.Instant;
import ouidire.core.alert.DeliveryFault;

/** What became of sending a message. */
public sealed interface Sent {
  /** They have it. */
  record Delivered() implements Sent {}

  /**
   * Not yet.
   *
   * @param why without secrets
   * @param nextTry when to try again
   */
  record Failed(DeliveryFault why, Instant nextTry) implements Sent {}

  /**
   * Never.
   *
   * @param why without secrets
   */
  record GivenUp(DeliveryFault why) implements Sent {}

  /**
   * Not to be sent after all: an exercise, and a channel that exercises leave alone.
   *
   * @param why without secrets
   */
  record Dropped(DeliveryFault why) implements Sent {}
}
