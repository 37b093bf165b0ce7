package ouidire.analysis.alert;

import ouidire.core.alert.Alert;

/** Tells people of an alert, by one channel. */
public interface Notifier {
  /**
   * Tells once and says what came of it; never throws. May block as long as its own time-outs say.
   */
  Delivery deliver(Alert alert);

  /** What came of telling people. */
  sealed interface Delivery {
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
}
