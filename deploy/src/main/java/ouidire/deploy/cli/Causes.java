package ouidire.deploy.cli;

import org.jspecify.annotations.Nullable;

/** What went wrong, in one line. */
final class Causes {
  private Causes() {}

  /** The messages along the chain of causes, without repetition. */
  static String text(Throwable failure) {
    StringBuilder all = new StringBuilder();
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 5; depth++) {
      String message = cause.getMessage();
      String words = message == null ? cause.getClass().getSimpleName() : message;
      if (all.indexOf(words) < 0) {
        all.append(all.isEmpty() ? "" : ": ").append(words);
      }
      cause = cause.getCause();
    }
    return all.toString();
  }
}
