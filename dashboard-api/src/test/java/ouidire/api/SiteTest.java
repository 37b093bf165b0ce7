package ouidire.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.api.problem.ProblemKind;
import ouidire.core.mention.RemarkKinds;

class SiteTest {
  @TempDir Path folder;
  private ApiFixture api;

  @BeforeEach
  void start() {
    api =
        ApiFixture.in(
            folder,
            ApiSettings.DEFAULTS,
            ApiFixture.check("index", Optional.empty()),
            ApiFixture.check("broker", Optional.of("no answer from a secret place")));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void everyAnswerKeepsThePageToItself() {
    for (String path : List.of("/", "/docs", "/api/v1/brands", "/api/v1/rien", "/health/live")) {
      var headers = api.send(api.request(path)).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-inline", "unsafe-eval");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  void theDashboardOffersTheKindsOfRemarkThatThereAre() {
    String values = api.send(api.request("/js/parts/values.js")).body();
    Matcher list = Pattern.compile("KINDS_OF_REMARK = \\[(.*?)]").matcher(values);
    assertThat(list.find()).isTrue();
    assertThat(list.group(1).replace("\"", "").split(", "))
        .containsExactlyElementsOf(RemarkKinds.ALL);
  }

  @Test
  void addressesOfTheDashboardAreItsOnePage() {
    String page = api.send(api.request("/")).body();
    assertThat(page).containsIgnoringCase("<!doctype html>");
    assertThat(api.send(api.request("/marque/erabelle?from=2026-03-01")).body()).isEqualTo(page);
    for (String path : addressesInTheDashboardsOwnWords()) {
      assertThat(api.send(api.request(path)).body()).as(path).isEqualTo(page);
    }
  }

  /** What {@code view.js} reads as a page of its own. */
  private List<String> addressesInTheDashboardsOwnWords() {
    String view = api.send(api.request("/js/core/view.js")).body();
    Matcher paths = Pattern.compile("const PATHS = \\{(.*?)\\n?};", Pattern.DOTALL).matcher(view);
    assertThat(paths.find()).isTrue();
    List<String> all = new ArrayList<>();
    Pattern.compile("\"(/[^\"]*)\"")
        .matcher(paths.group(1))
        .results()
        .forEach(m -> all.add(m.group(1)));
    Pattern.compile("startsWith\\(\"(/[^\"]+/)\"\\)")
        .matcher(view)
        .results()
        .forEach(m -> all.add(m.group(1) + "erabelle"));
    all.add("/marque/erabelle/liens");
    assertThat(all).hasSizeGreaterThan(5);
    return all;
  }

  @Test
  void whatIsNoPageIsSaidNotToBeThere() {
    for (String path :
        List.of("/ready", "/status", "/healthz", "/wp-admin", "/mentions/x", "/marque/", "/api")) {
      HttpResponse<String> answer = api.send(api.request(path));
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as(path)
          .startsWith("application/problem+json");
    }
    assertThat(api.send(api.request("/health")).headers().firstValue("Location").orElse(""))
        .endsWith("/health/ready");
  }

  @Test
  void onlyOwnFilesAreServed() {
    for (String path :
        List.of(
            "/absent.js",
            "/%2e%2e/ouidire/api/openapi.yaml",
            "/..%2fouidire/api/messages_fr.properties",
            "/ouidire/api/openapi.yaml",
            "/package-info.class",
            "/.git/config",
            "/lib/../../ouidire.js")) {
      assertThat(api.send(api.request(path)).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void aFileIsAskedForOnceAndThenOnlyWhetherItChanged() {
    HttpResponse<String> first = api.send(api.request("/docs.css"));
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
    HttpResponse<String> again = api.send(api.request("/docs.css").header("If-None-Match", etag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    String hash = etag.replace("\"", "");
    assertThat(api.send(api.request("/docs.css?v=" + hash)).headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
  }

  @Test
  void theChartLibraryComesFromHereCompressed() throws Exception {
    HttpResponse<byte[]> answer =
        api.client.send(
            api.request("/lib/echarts.js").header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.body().length).isLessThan(450_000);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("export{");
    }
  }

  @Test
  void healthNamesWhatIsNotWellAndKeepsWhyToItself() {
    assertThat(api.send(api.request("/health/live")).body())
        .isEqualTo("{\"status\":\"ok\",\"checks\":{}}");
    HttpResponse<String> ready = api.send(api.request("/health/ready"));
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body())
        .isEqualTo("{\"status\":\"failing\",\"checks\":{\"index\":\"ok\",\"broker\":\"failing\"}}");
  }

  @Test
  void aHeadIsAskedLikeAGet() {
    for (String path : List.of("/", "/health/live", "/docs.css")) {
      HttpResponse<String> head =
          api.send(api.request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).isEmpty();
    }
    HttpResponse<String> refused =
        api.send(api.request("/api/v1/brands").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(refused.statusCode()).isEqualTo(401);
  }

  @Test
  void longAnswersAreCompressedForWhoAsks() throws Exception {
    HttpResponse<byte[]> answer =
        api.client.send(
            api.request("/openapi.json").header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    int whole = api.send(api.request("/openapi.json")).body().length();
    assertThat(answer.body().length).isLessThan(whole / 4);
  }

  @Test
  void callsAreCountedByRouteNeverByWhatWasAskedFor() {
    api.get("/api/v1/mentions/secret-id");
    String text = api.send(api.request("/metrics")).body();
    assertThat(text)
        .contains(
            "ouidire_http_requests_seconds_count{method=\"GET\","
                + "route=\"/api/v1/mentions/{id}\",status=\"404\"} 1")
        .doesNotContain("secret-id");
  }

  @Test
  void theTypeOfEveryProblemLeadsToItsParagraph() {
    String docs = api.send(api.request("/docs")).body();
    for (ProblemKind kind : ProblemKind.values()) {
      assertThat(docs).contains("id=\"" + kind.slug() + "\"");
    }
    assertThat(docs).doesNotContain("<script", "style=");
  }

  @Test
  void aTakenPortIsNamedWithTheRemedyAndClosingTwiceIsHarmless() {
    ApiServer second =
        api.another(ApiSettings.DEFAULTS.withAddress("127.0.0.1", api.server.port()));
    assertThatThrownBy(second::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(String.valueOf(api.server.port()))
        .hasMessageContaining("choose another port");
    second.close();
    second.close();
    api.server.close();
    api.server.close();
  }
}
