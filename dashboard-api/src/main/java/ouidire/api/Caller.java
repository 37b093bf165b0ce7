package ouidire.api;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import ouidire.api.key.ApiKey;

/**
 * Who makes a call.
 *
 * @param key with which key, or whose session
 * @param again asks once more whether key or session still works, for calls that last
 */
record Caller(ApiKey key, Supplier<Optional<ApiKey>> again) {
  private static final String ATTRIBUTE = "ouidire.caller";

  void keepIn(Context call) {
    call.attribute(ATTRIBUTE, this);
  }

  /** The caller of a route that is not open. */
  static Caller of(Context call) {
    return Objects.requireNonNull(call.<Caller>attribute(ATTRIBUTE), "the route is open");
  }
}
