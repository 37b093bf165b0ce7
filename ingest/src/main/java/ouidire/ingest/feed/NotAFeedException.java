package ouidire.ingest.feed;

import ouidire.core.words.Wording;

/**
 * A document in which no feed can be found: what was found, what to do. Its message is the English
 * wording.
 */
public final class NotAFeedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;

  NotAFeedException(String french, String english) {
    this(new Wording(french, english));
  }

  NotAFeedException(Wording words) {
    super(words.english());
    this.words = words;
  }

  /** What was found and what to do, to be said of the document: "is a web page...". */
  public Wording words() {
    return words;
  }
}
