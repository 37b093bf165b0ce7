package ouidire.api;

import io.javalin.http.Context;

/** Headers that keep a page to itself, on every answer. */
final class SecurityHeaders {
  /** Nothing but our own files runs or is shown; nobody frames us; no inline code or style. */
  static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void add(Context call) {
    call.header("Content-Security-Policy", POLICY);
    call.header("X-Content-Type-Options", "nosniff");
    call.header("X-Frame-Options", "DENY");
    call.header("Referrer-Policy", "no-referrer");
    call.header("Cross-Origin-Opener-Policy", "same-origin");
    call.header("Cross-Origin-Resource-Policy", "same-origin");
    call.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (call.path().startsWith("/api/")) {
      call.header("Cache-Control", "no-store");
    }
  }
}
