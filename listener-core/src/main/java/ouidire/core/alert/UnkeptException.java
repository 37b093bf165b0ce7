package ouidire.core.alert;

/** What was decided could not be kept: nothing has changed, and it may be decided again. */
public class UnkeptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnkeptException(String message, Throwable cause) {
    super(message, cause);
  }
}
