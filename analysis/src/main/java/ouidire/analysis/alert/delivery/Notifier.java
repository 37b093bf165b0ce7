package ouidire.analysis.alert.delivery;

/** Tells people by one channel. */
public interface Notifier extends AutoCloseable {
  /**
   * Tells once and says what came of it; never throws. May block as long as its own time-outs say.
   * A message given again has the same id and key.
   */
  Delivery deliver(Message message);

  /** Lets go of connections; closing twice is harmless. */
  @Override
  default void close() {}
}
