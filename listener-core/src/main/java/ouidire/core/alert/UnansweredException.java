package ouidire.core.alert;

/**
 * What was decided is kept, and nothing has carried it out yet: no process that alerts has
 * answered. It will be as soon as one runs, so whoever decided does not decide again. What is asked
 * of {@link Drills} is the exception: it is dropped after a while, and is asked for again.
 */
public final class UnansweredException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public UnansweredException(String message, Throwable cause) {
    super(message, cause);
  }
}
