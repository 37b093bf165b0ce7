package ouidire.core.history;

/** A query that does not parse: where, and what to do. */
public final class InvalidQueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final int position;

  /**
   * @param message what was found, what was expected, the remedy
   * @param position UTF-16 offset in the query
   */
  public InvalidQueryException(String message, int position) {
    super(message);
    this.position = position;
  }

  public int position() {
    return position;
  }
}
