package ouidire.ingest.feed;

/** A document in which no feed can be found: what was found, what to do. */
public final class NotAFeedException extends Exception {
  private static final long serialVersionUID = 1L;

  NotAFeedException(String message) {
    super(message);
  }
}
