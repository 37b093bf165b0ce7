package ouidire.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.api.key.ApiKey;
import ouidire.api.key.ApiKeys;
import ouidire.api.key.Scope;
import ouidire.api.limit.RateLimit;
import ouidire.api.limit.RateLimiter;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemException;
import ouidire.api.problem.ProblemKind;

/**
 * Lets calls in. Before every call: the address's rate. Before a route that is not open: the key of
 * {@code Authorization}, else the session of the cookie; the route's scope; for changes by cookie
 * the header that pages of other sites cannot set; the key's rate.
 */
final class Guard {
  private static final Logger AUDIT = LoggerFactory.getLogger("ouidire.api.audit");
  private static final String BEARER = "Bearer ";
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  /** Wrong keys an address may try: enough for a typing person, too few to fill the log. */
  private static final RateLimit WRONG_KEYS = new RateLimit(10, 0.2);

  private final ApiKeys keys;
  private final RateLimiter addresses;
  private final RateLimiter callers;
  private final RateLimiter wrongKeys;

  Guard(ApiPorts ports, ApiSettings settings) {
    keys = ports.keys();
    addresses = new RateLimiter(settings.perAddress(), ports.clock());
    callers = new RateLimiter(settings.perKey(), ports.clock());
    wrongKeys = new RateLimiter(WRONG_KEYS, ports.clock());
  }

  void slowDown(Context call) {
    require(addresses.take(call.ip()));
  }

  void admit(Context call) {
    Access access = access(call);
    if (access == Access.OPEN || (access == Access.READ_OR_LOCAL && local(call))) {
      return;
    }
    String header = call.header("Authorization");
    Caller caller = header != null ? byHeader(call, header) : byCookie(call);
    Scope scope = access.scope();
    if (scope != null && !allows(caller.key(), scope)) {
      AUDIT.warn("refused: key {} lacks {} for {}", caller.key().id(), scope, call.path());
      throw Problem.of(ProblemKind.NOT_ALLOWED, Json.word(scope)).exception();
    }
    require(callers.take(caller.key().id()));
    caller.keepIn(call);
  }

  /** Who may make keys could make one that may edit. */
  private static boolean allows(ApiKey key, Scope scope) {
    return key.scopes().contains(scope)
        || (scope == Scope.EDIT && key.scopes().contains(Scope.ADMIN));
  }

  /** The key of a secret given in another way than by header; counts wrong ones. */
  ApiKey verified(Context call, String secret) {
    return keys.authenticate(secret).orElseThrow(() -> refused(call, "unknown or expired key"));
  }

  private Caller byHeader(Context call, String header) {
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw refused(call, "Authorization is not Bearer");
    }
    String secret = header.substring(BEARER.length()).strip();
    return new Caller(verified(call, secret), () -> keys.authenticate(secret));
  }

  private Caller byCookie(Context call) {
    String token = SessionCookie.read(call);
    if (token == null) {
      throw Problem.of(ProblemKind.SIGN_IN_NEEDED).exception();
    }
    ApiKey key = keys.session(token).orElseThrow(() -> refused(call, "unknown or expired session"));
    if (!SAFE.contains(call.method()) && !"1".equals(call.header("X-Ouidire"))) {
      AUDIT.warn("refused: change by cookie without header, key {} {}", key.id(), call.path());
      throw Problem.of(ProblemKind.HEADER_MISSING).exception();
    }
    return new Caller(key, () -> keys.session(token));
  }

  private ProblemException refused(Context call, String why) {
    require(wrongKeys.take(call.ip()));
    AUDIT.warn("refused: {} from {} for {}", why, call.ip(), call.path());
    return Problem.of(ProblemKind.SIGN_IN_NEEDED).exception();
  }

  private static void require(Duration wait) {
    if (!wait.isZero()) {
      throw Problem.of(ProblemKind.TOO_MANY_CALLS, seconds(wait))
          .with("retryAfter", seconds(wait))
          .exception();
    }
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }

  private static Access access(Context call) {
    return call.routeRoles().stream()
        .filter(Access.class::isInstance)
        .map(Access.class::cast)
        .findFirst()
        .orElse(Access.SIGNED_IN);
  }

  /**
   * A program on this machine: the connection is loopback's, nobody passed the call on, and the
   * host asked for is this machine (a name that an outsider points at 127.0.0.1 is not).
   */
  private static boolean local(Context call) {
    return isLoopback(call.req().getRemoteAddr())
        && call.header("X-Forwarded-For") == null
        && call.header("Forwarded") == null
        && Optional.ofNullable(call.req().getServerName()).filter(Guard::isLoopback).isPresent();
  }

  private static boolean isLoopback(@Nullable String host) {
    return host != null
        && (host.equals("localhost")
            || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
            || host.equals("::1")
            || host.equals("[::1]")
            || host.equals("0:0:0:0:0:0:0:1")
            || host.equals("[0:0:0:0:0:0:0:1]"));
  }
}
