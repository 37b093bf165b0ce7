package ouidire.api;

import io.javalin.http.Context;
import java.util.Map;

/** Headers that keep a page to itself, on every answer. */
final class SecurityHeaders {
  /** Nothing but our own files runs or is shown; nobody frames us; no inline code or style. */
  static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  private SecurityHeaders() {}

  static void add(Context call) {
    ALL.forEach(call::header);
    if (call.path().startsWith("/api/")) {
      call.header("Cache-Control", "no-store");
    }
  }
}
