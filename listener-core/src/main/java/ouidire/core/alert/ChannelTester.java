package ouidire.core.alert;

/** Sends a test by a channel. */
public interface ChannelTester {
  /**
   * Sends one message that says that it is a test, once.
   *
   * @param id of the channel
   * @throws java.util.NoSuchElementException when there is none of that id
   */
  Outcome test(String id);

  /**
   * What came of it.
   *
   * @param delivered whether the channel took it
   * @param detail what it said otherwise, without secrets; empty when it took it
   */
  record Outcome(boolean delivered, String detail) {}
}
