package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ProblemsTest {
  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api = ApiFixture.in(folder);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/mentions?limite=3 | 400 | unknown-parameter | limite | limit",
        "/api/v1/brands?x=1 | 400 | unknown-parameter | x | x",
        "/api/v1/mentions?limit=0 | 400 | invalid-parameter | limit | de 1 à 1000",
        "/api/v1/mentions?limit=beaucoup | 400 | invalid-parameter | limit | de 1 à 1000",
        "/api/v1/mentions?limit=1&limit=2 | 400 | invalid-parameter | limit | une seule fois",
        "/api/v1/mentions?limit= | 400 | invalid-parameter | limit | vide",
        "/api/v1/mentions?order=best | 400 | invalid-parameter | order | newest, oldest",
        "/api/v1/mentions?tone=bad | 400 | invalid-parameter | tone | negative, neutral",
        "/api/v1/mentions?type=tweet | 400 | invalid-parameter | type | post, comment",
        "/api/v1/mentions?from=hier | 400 | invalid-parameter | from | ISO 8601",
        "/api/v1/mentions?to=%2B1000000000-12-31T23:59:59Z"
            + "| 400 | invalid-parameter | to | ISO 8601",
        "/api/v1/mentions?from=2026-03-02&to=2026-03-01 | 400 | invalid-parameter | to | après",
        "/api/v1/mentions?tz=Quebec | 400 | invalid-parameter | tz | America/Toronto",
        "/api/v1/mentions?brand=Érabelle | 400 | invalid-parameter | brand | minuscules",
        "/api/v1/mentions?cursor=abc | 400 | invalid-parameter | cursor | première page",
        "/api/v1/mentions?q=%C3%A9rabelle%20( | 400 | invalid-query | q | position 9",
        "/api/v1/metrics/top?by=colour | 400 | invalid-parameter | by | hashtag",
        "/api/v1/metrics/timeline?bucket=2h | 400 | invalid-parameter | bucket | 15m",
        "/api/v1/metrics/timeline?bucket=minute&from=2020-01-01&to=2026-01-01"
            + "| 400 | invalid-parameter | bucket | plus long",
        "/api/v1/mentions/inconnu | 404 | not-found | | inconnu",
        "/api/v1/rien | 404 | no-such-address | | /docs",
        "/rien.png | 404 | no-such-address | | /rien.png",
      })
  void aProblemNamesWhatIsWrongAndTheRemedy(
      String path, int status, String kind, String parameter, String said) {
    HttpResponse<String> answer = api.get(path.replace("É", "%C3%89"));
    JsonNode problem = problem(answer, status);
    assertThat(problem.path("type").asText()).isEqualTo("/docs#" + kind);
    assertThat(problem.path("detail").asText()).contains(said);
    if (parameter != null) {
      assertThat(problem.path("parameter").asText()).isEqualTo(parameter);
    }
  }

  @Test
  void aQueryThatDoesNotParseSaysWhere() {
    JsonNode problem = problem(api.get("/api/v1/metrics/count?q=bon%20("), 400);
    assertThat(problem.path("position").asInt()).isEqualTo(4);
  }

  @Test
  void peopleAreAnsweredInTheirLanguage() {
    HttpResponse<String> french = api.get("/api/v1/mentions?limit=0");
    HttpResponse<String> english =
        api.send(api.signed("/api/v1/mentions?limit=0").header("Accept-Language", "en-CA"));
    assertThat(problem(french, 400).path("title").asText()).isEqualTo("Paramètre inutilisable");
    assertThat(problem(english, 400).path("title").asText()).isEqualTo("Parameter cannot be used");
    assertThat(english.headers().firstValue("Content-Language")).contains("en");
  }

  @Test
  void anotherMethodIsRefused() {
    HttpResponse<String> answer =
        api.send(api.signed("/api/v1/brands").PUT(HttpRequest.BodyPublishers.noBody()));
    assertThat(problem(answer, 405).path("detail").asText()).contains("PUT");
  }

  @Test
  void ourOwnFaultSaysNothingOfTheInside() {
    api.brands.clear();
    api.brands.add(null);
    Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
    log.setLevel(Level.OFF);
    HttpResponse<String> answer = api.get("/api/v1/brands");
    log.setLevel(null);
    JsonNode problem = problem(answer, 500);
    assertThat(problem.path("type").asText()).isEqualTo("/docs#internal");
    assertThat(answer.body()).doesNotContain("Null", "ouidire.api");
  }

  @ParameterizedTest
  @CsvSource({
    "/marque/%E0%A4, 400, Adresse illisible, Unreadable address",
    "/histoire/%C3%28, 400, Adresse illisible, Unreadable address",
    "/nulle/part/<b>, 400, Adresse illisible, Unreadable address",
    "/nulle-part, 404, Adresse inconnue, Unknown address",
  })
  void aBrowserIsAnsweredByAPageInTheReadersLanguage(
      String path, int status, String french, String english) throws IOException {
    for (String language : List.of("fr-CA", "en")) {
      String answer =
          raw(
              "GET "
                  + path
                  + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,*/*;q=0.8\r\n"
                  + "Accept-Language: "
                  + language
                  + "\r\nConnection: close\r\n\r\n");
      assertThat(answer)
          .as(path)
          .startsWith("HTTP/1.1 " + status)
          .contains("text/html", "<h1>" + (language.equals("en") ? english : french) + "</h1>")
          .contains("href=\"/\"", "default-src 'self'")
          .doesNotContain("urn:uuid", "<b>");
    }
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .as("a program is answered as before")
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/marque/%zz", "/marque/100%", "/marque/a%00b"})
  void anAddressThatIsRefusedBeforeTheHeadersAreReadIsAPageInBothLanguages(String path)
      throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("text/html", "<h1>Adresse illisible</h1>", "<h2>Unreadable address</h2>")
        .contains("default-src 'self'");
  }

  @Test
  void evenWhatIsNoHttpIsAnsweredByAProblem() throws IOException {
    String long1 = "GET /" + "a".repeat(200_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertThat(raw(long1)).contains("application/problem+json", "/docs#bad-request");
    assertThat(raw("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")).contains("/docs#bad-request");
    assertThat(raw("GET /api/v1/mentions?q=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .doesNotContain("500");
  }

  @Test
  void aQueryAsLongAsTheLanguageAllowsPasses() {
    assertThat(api.get("/api/v1/metrics/count?q=" + "%C3%A9".repeat(20_000)).statusCode())
        .isEqualTo(200);
    assertThat(
            problem(api.get("/api/v1/metrics/count?q=" + "%C3%A9".repeat(20_001)), 400)
                .path("detail")
                .asText())
        .contains("20000");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", api.server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static JsonNode problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains(Problems.TYPE);
    JsonNode problem = ApiFixture.parse(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).startsWith("urn:uuid:");
    return problem;
  }
}
