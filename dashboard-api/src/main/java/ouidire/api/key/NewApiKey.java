package ouidire.api.key;

/**
 * A key just made.
 *
 * @param secret {@code oui_} and 43 characters; shown now and never again
 */
public record NewApiKey(ApiKey key, String secret) {
  /** Without the secret, so that no log can have it by accident. */
  @Override
  public String toString() {
    return "NewApiKey[key=" + key + "]";
  }
}
