package ouidire.api;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.jspecify.annotations.Nullable;
import ouidire.api.key.NewSession;

/** The cookie that a signed-in browser carries: out of scripts' reach and of other sites'. */
final class SessionCookie {
  static final String NAME = "ouidire_session";

  private SessionCookie() {}

  static @Nullable String read(Context call) {
    return call.cookie(NAME);
  }

  static void write(Context call, NewSession session) {
    set(call, session.token(), (int) session.life().toSeconds());
  }

  static void remove(Context call) {
    set(call, "", 0);
  }

  private static void set(Context call, String value, int seconds) {
    // Believing a proxy here can only make the cookie stricter.
    boolean secure =
        call.scheme().equals("https") || "https".equals(call.header("X-Forwarded-Proto"));
    call.cookie(new Cookie(NAME, value, "/", seconds, secure, true, null, SameSite.STRICT));
  }
}
