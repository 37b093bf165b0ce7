package ouidire.ingest.file;

import ouidire.core.words.Wording;

/** A file that cannot be imported at all: which, why, what to do. Nothing of it was published. */
public final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;

  ImportException(Wording words) {
    super(words.english());
    this.words = words;
  }

  ImportException(Wording words, Throwable cause) {
    super(words.english(), cause);
    this.words = words;
  }

  /** Which file, why, what to do. */
  public Wording words() {
    return words;
  }
}
