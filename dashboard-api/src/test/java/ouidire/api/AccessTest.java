package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import ouidire.api.key.NewApiKey;
import ouidire.api.key.Scope;
import ouidire.api.limit.RateLimit;

class AccessTest {
  private static final RateLimit PLENTY = new RateLimit(10_000, 10_000);

  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder, ApiSettings.DEFAULTS.withLimits(PLENTY, PLENTY));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  /** Every route with every credential: exactly who is declared to may. */
  @Test
  void everyRouteKeepsToItsAccess() {
    String readKey = api.keyWith(Scope.READ).secret();
    String publishKey = api.keyWith(Scope.PUBLISH).secret();
    String editKey = api.keyWith(Scope.EDIT).secret();
    String adminKey = api.keyWith(Scope.ADMIN).secret();
    NewApiKey revoked = api.keyWith(Scope.values());
    api.keys.revoke(revoked.key().id());
    Map<String, List<Access>> may =
        Map.of(
            "",
            List.of(Access.OPEN, Access.READ_OR_LOCAL),
            "Bearer " + readKey,
            List.of(Access.OPEN, Access.READ_OR_LOCAL, Access.READ, Access.SIGNED_IN),
            "Bearer " + publishKey,
            List.of(Access.OPEN, Access.READ_OR_LOCAL, Access.PUBLISH, Access.SIGNED_IN),
            "Bearer " + adminKey,
            List.of(Access.OPEN, Access.READ_OR_LOCAL, Access.ADMIN, Access.EDIT, Access.SIGNED_IN),
            "Bearer " + editKey,
            List.of(Access.OPEN, Access.READ_OR_LOCAL, Access.EDIT, Access.SIGNED_IN),
            "Bearer " + revoked.secret(),
            List.of(Access.OPEN, Access.READ_OR_LOCAL),
            "Basic b3VpOm91aQ==",
            List.of(Access.OPEN, Access.READ_OR_LOCAL));
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (ApiRoutes.Route route : api.server.routes()) {
      for (Map.Entry<String, List<Access>> credential : may.entrySet()) {
        // So that the guard against guessing never answers first.
        api.clock.advance(Duration.ofMinutes(1));
        int status = status(route, credential.getKey());
        boolean refused = status == 401 || status == 403;
        boolean expected = !credential.getValue().contains(route.access());
        boolean signIn = route.path().equals("/api/v1/session") && route.access() == Access.OPEN;
        if (refused != expected && !signIn) {
          wrong.add(route + " with " + credential.getKey().length() + ": " + status);
        }
        cells++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isGreaterThan(130);
  }

  @Test
  void aSessionReadsAndEnds() {
    String cookie = api.cookie();
    assertThat(cookie).startsWith("ouidire_session=ous_");
    assertThat(withCookie("GET", "/api/v1/brands", cookie, true).statusCode()).isEqualTo(200);
    HttpResponse<String> session = withCookie("GET", "/api/v1/session", cookie, false);
    assertThat(ApiFixture.parse(session.body()).at("/key/id").asText())
        .isEqualTo(api.key.key().id());
    assertThat(withCookie("DELETE", "/api/v1/session", cookie, true).statusCode()).isEqualTo(204);
    assertThat(withCookie("GET", "/api/v1/brands", cookie, true).statusCode()).isEqualTo(401);
  }

  @Test
  void aChangeByCookieNeedsTheHeaderThatOtherSitesCannotSet() {
    String cookie = api.cookie();
    HttpResponse<String> refused = withCookie("DELETE", "/api/v1/session", cookie, false);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(ApiFixture.parse(refused.body()).path("type").asText())
        .isEqualTo("/docs#header-missing");
    assertThat(withCookie("POST", "/api/v1/mentions", cookie, false).statusCode()).isEqualTo(403);
    assertThat(withCookie("POST", "/api/v1/keys", cookie, false).statusCode()).isEqualTo(403);
    assertThat(api.published.kept()).isEmpty();
    assertThat(withCookie("GET", "/api/v1/brands", cookie, false).statusCode()).isEqualTo(200);
  }

  @Test
  void aFormOfAnotherSiteCannotSignIn() {
    HttpResponse<String> refused =
        api.send(
            api.request("/api/v1/session")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"key\":\"" + api.key.secret() + "\"}")));
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    HttpResponse<String> answer = api.send(api.request("/?key=" + api.key.secret()));
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain(api.key.secret());
  }

  @Test
  void theSignInLinkGoesOnWithoutTheKey() {
    HttpResponse<String> answer =
        api.send(api.request("/mentions?brand=erabelle&key=" + api.key.secret() + "&q=a%26b"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/mentions?brand=erabelle&q=a%26b");
    HttpResponse<String> wrong = api.send(api.request("/?key=oui_x"));
    assertThat(wrong.headers().firstValue("Location").orElseThrow()).endsWith("/#key-refused");
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<String> elsewhere = api.send(api.request("//evil.example/?key=oui_x"));
    assertThat(elsewhere.headers().firstValue("Location").orElse(""))
        .doesNotContain("//evil.example");
  }

  @Test
  void guessingIsSlowedDownAndTheRightKeyIsNot() {
    int last = 0;
    for (int i = 0; i < 12; i++) {
      last = api.send(bearer("/api/v1/brands", "oui_" + "x".repeat(43))).statusCode();
    }
    assertThat(last).isEqualTo(429);
    assertThat(api.get("/api/v1/brands").statusCode()).isEqualTo(200);
  }

  @Test
  void tooManyCallsAreToldWhenToComeBack() {
    api.close();
    RateLimit three = new RateLimit(3, 0.5);
    api = ApiFixture.in(folder.resolve("b"), ApiSettings.DEFAULTS.withLimits(three, PLENTY));
    for (int i = 0; i < 3; i++) {
      assertThat(api.get("/api/v1/brands").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = api.get("/api/v1/brands");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    assertThat(api.send(bearer("/api/v1/brands", api.keyWith(Scope.READ).secret())).statusCode())
        .as("another key")
        .isEqualTo(200);
    api.clock.advance(Duration.ofSeconds(2));
    assertThat(api.get("/api/v1/brands").statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressIsLimitedTooWhateverItAsks() {
    api.close();
    RateLimit three = new RateLimit(3, 0.5);
    api = ApiFixture.in(folder.resolve("b"), ApiSettings.DEFAULTS.withLimits(PLENTY, three));
    for (int i = 0; i < 3; i++) {
      assertThat(api.send(api.request("/health/live")).statusCode()).isEqualTo(200);
    }
    assertThat(api.send(api.request("/health/live")).statusCode()).isEqualTo(429);
  }

  @Test
  void metersAreForThisMachineAndForKeys() {
    assertThat(api.send(api.request("/metrics")).statusCode()).isEqualTo(200);
    HttpRequest.Builder passedOn = api.request("/metrics").header("X-Forwarded-For", "203.0.113.9");
    assertThat(api.send(passedOn).statusCode()).isEqualTo(401);
    assertThat(
            api.send(passedOn.header("Authorization", "Bearer " + api.key.secret())).statusCode())
        .isEqualTo(200);
  }

  @Test
  void keysAreMadeWithNoMoreRightsThanAskedFor() {
    HttpResponse<String> made =
        api.send(
            api.signed("/api/v1/keys")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"name\":\"Forum\",\"scopes\":[\"publish\"],"
                            + "\"expiresAt\":\"2026-04-01T00:00:00Z\"}")));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String secret = ApiFixture.parse(made.body()).path("secret").asText();
    assertThat(api.send(bearer("/api/v1/brands", secret)).statusCode()).isEqualTo(403);
    assertThat(api.json("/api/v1/keys").path("keys")).hasSize(2);
    assertThat(api.get("/api/v1/keys").body()).doesNotContain(secret);
    String id = ApiFixture.parse(made.body()).at("/key/id").asText();
    assertThat(api.send(api.signed("/api/v1/keys/" + id).DELETE()).statusCode()).isEqualTo(204);
    assertThat(api.send(bearer("/api/v1/session", secret)).statusCode()).isEqualTo(401);
    assertThat(api.send(api.signed("/api/v1/keys/" + id).DELETE()).statusCode()).isEqualTo(404);
  }

  @Test
  void aKeyThatCannotBeMadeSaysWhy() {
    assertThat(keyRefused("{\"name\":\"\",\"scopes\":[\"read\"]}")).contains("100");
    assertThat(keyRefused("{\"name\":\"a\",\"scopes\":[\"tout\"]}")).contains("scopes");
    assertThat(keyRefused("{\"name\":\"a\",\"scopes\":[]}")).contains("scopes");
    assertThat(
            keyRefused(
                "{\"name\":\"a\",\"scopes\":[\"read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}"))
        .contains("passé");
    assertThat(keyRefused("[")).contains("scopes");
  }

  @Test
  void noSecretIsEverLogged() {
    Logger ours = (Logger) LoggerFactory.getLogger("ouidire");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    ours.addAppender(lines);
    ours.setAdditive(false);
    ours.setLevel(Level.TRACE);
    try {
      String cookie = api.cookie();
      api.send(api.request("/?key=" + api.key.secret()));
      api.send(bearer("/api/v1/brands?key=" + api.key.secret(), api.key.secret() + "x"));
      withCookie("DELETE", "/api/v1/session", cookie, false);
      withCookie("DELETE", "/api/v1/session", cookie, true);
      List<String> said = lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
      assertThat(said).anyMatch(line -> line.contains("session opened"));
      assertThat(said)
          .noneMatch(line -> line.contains(api.key.secret().substring(12)))
          .noneMatch(line -> line.contains(cookie.substring(24)));
    } finally {
      ours.detachAppender(lines);
      ours.setAdditive(true);
      ours.setLevel(null);
    }
  }

  private String keyRefused(String body) {
    HttpResponse<String> answer =
        api.send(
            api.signed("/api/v1/keys")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isEqualTo(400);
    return ApiFixture.parse(answer.body()).path("detail").asText();
  }

  private int status(ApiRoutes.Route route, String authorization) {
    String path = route.path().replaceAll("\\{\\w+}", "x").replace("*", "index.html");
    // What is only read comes without a body: one that nobody reads may reset the connection.
    boolean reads = route.method().name().equals("GET");
    HttpRequest.Builder request =
        api.request(path)
            .method(
                route.method().name(),
                reads ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (!path.equals("/api/v1/events")) {
      return api.send(request).statusCode();
    }
    try (EventReader events = new EventReader(api, request)) {
      return events.answer.statusCode();
    }
  }

  private HttpRequest.Builder bearer(String path, String secret) {
    return api.request(path).header("Authorization", "Bearer " + secret);
  }

  private HttpResponse<String> withCookie(
      String method, String path, String cookie, boolean header) {
    HttpRequest.Builder request =
        api.request(path)
            .header("Cookie", cookie)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString("{}"));
    return api.send(header ? request.header("X-Ouidire", "1") : request);
  }
}
