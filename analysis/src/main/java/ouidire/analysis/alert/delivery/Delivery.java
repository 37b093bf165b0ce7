package ouidire.analysis.alert.delivery;

/** What came of telling people, once. */
public sealed interface Delivery {
  /** They have it. */
  record Delivered() implements Delivery {}

  /**
   * Not now, worth trying again.
   *
   * @param reason without secrets
   * @param afterSeconds how long the channel asked to wait; 0 when it did not
   */
  record Retry(String reason, long afterSeconds) implements Delivery {}

  /**
   * Never, however often.
   *
   * @param reason without secrets
   */
  record GiveUp(String reason) implements Delivery {}
}
