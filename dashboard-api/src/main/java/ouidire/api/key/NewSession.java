package ouidire.api.key;

import java.time.Duration;

/**
 * A session just opened.
 *
 * @param token {@code ous_} and 43 characters, for the cookie
 * @param life how long it works
 */
public record NewSession(String token, Duration life) {
  /** Without the token, so that no log can have it by accident. */
  @Override
  public String toString() {
    return "NewSession[life=" + life + "]";
  }
}
