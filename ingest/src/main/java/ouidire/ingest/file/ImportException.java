package ouidire.ingest.file;

/** A file that cannot be imported at all: which, why, what to do. Nothing of it was published. */
public final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  public ImportException(String message) {
    super(message);
  }

  public ImportException(String message, Throwable cause) {
    super(message, cause);
  }
}
