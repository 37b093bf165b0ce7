package ouidire.core.history;

import ouidire.core.words.Wording;

/** A query that does not parse: where, and what to do. Its message is the English wording. */
public final class InvalidQueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;
  private final int position;

  /**
   * @param words what was found, what was expected, the remedy; without the position
   * @param position UTF-16 offset in the query
   */
  public InvalidQueryException(Wording words, int position) {
    super(words.english());
    this.words = words;
    this.position = position;
  }

  /** What was found, what was expected, the remedy. */
  public Wording words() {
    return words;
  }

  public int position() {
    return position;
  }
}
