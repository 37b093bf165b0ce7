package ouidire.core.net;

import java.net.UnknownHostException;
import ouidire.core.words.Wording;

/**
 * An address that may not be reached: which, why, and how to allow it. For those who connect, a
 * forbidden host is one that does not exist. Its message is the English wording.
 */
public final class ForbiddenAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;
  private final transient Wording words;

  ForbiddenAddressException(Wording words) {
    super(words.english());
    this.words = words;
  }

  /** Which, why, and what to do. */
  public Wording words() {
    return words;
  }
}
