package ouidire.analysis.tone;

/** A row of labelled data that cannot be used; the message names file, line, found, expected. */
public final class InvalidLabelsException extends RuntimeException {
  public InvalidLabelsException(String message) {
    super(message);
  }
}
