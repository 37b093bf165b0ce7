package ouidire.deploy.cli;

import org.jspecify.annotations.Nullable;

/** A command that cannot go on, told to people in their language by key. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String key;
  private final transient @Nullable Object[] details;

  private Failure(int status, String key, @Nullable Object... details) {
    super(key);
    this.status = status;
    this.key = key;
    this.details = details.clone();
  }

  /** Exit 1: it was understood and could not be done. */
  static Failure failed(String key, @Nullable Object... details) {
    return new Failure(1, key, details);
  }

  /** Exit 2: the command or the configuration must be changed. */
  static Failure usage(String key, @Nullable Object... details) {
    return new Failure(2, key, details);
  }

  int status() {
    return status;
  }

  String text(Console console) {
    return console.text(key, details);
  }
}
