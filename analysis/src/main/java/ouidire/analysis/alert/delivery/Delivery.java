package ouidire.analysis.alert.delivery;

import ouidire.core.alert.DeliveryFault;

/** What came of telling people, once. */
public sealed interface Delivery {
  /** They have it. */
  record Delivered() implements Delivery {}

  /**
   * Not now, worth trying again.
   *
   * @param why without secrets
   * @param afterSeconds how long the channel asked to wait; 0 when it did not
   */
  record Retry(DeliveryFault why, long afterSeconds) implements Delivery {}

  /**
   * Never, however often.
   *
   * @param why without secrets
   */
  record GiveUp(DeliveryFault why) implements Delivery {}
}
