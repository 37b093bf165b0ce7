package ouidire.deploy.app;

/** The port to serve on is used by somebody else. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int port;

  PortTakenException(int port, Throwable cause) {
    super("http.port " + port + " is in use; free it, or give another (0 for any free one)", cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
