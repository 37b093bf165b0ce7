package ouidire.core.net;

import java.net.UnknownHostException;

/**
 * An address that may not be reached: which, why, and how to allow it. For those who connect, a
 * forbidden host is one that does not exist.
 */
public final class ForbiddenAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddressException(String message) {
    super(message);
  }
}
