package ouidire.deploy.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import ouidire.core.waiting.Await;

/** A whole service: a webmention is a backlink, visits stand beside it, and both survive. */
class LinksEndToEndTest {
  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger status = new AtomicInteger(200);
  private HttpServer site;
  private String source;
  private String key = "";

  @BeforeEach
  void serve() throws Exception {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page =
        "<p>La <a href='https://erabelle.example/rappel'>marque</a> rappelle.</p>".getBytes(UTF_8);
    site.createContext(
        "/",
        exchange -> {
          boolean there =
              exchange.getRequestURI().getPath().equals("/billet") && status.get() == 200;
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(there ? 200 : 410, there ? page.length : -1);
          if (there) {
            exchange.getResponseBody().write(page);
          }
          exchange.close();
        });
    site.start();
    source = "http://127.0.0.1:" + site.getAddress().getPort() + "/billet";
  }

  @AfterEach
  void stop() {
    site.stop(0);
    client.close();
  }

  @Test
  void aWebmentionIsABacklinkUntilItsSourceIsGone() throws Exception {
    Settings settings = settings();
    try (App app = App.start(settings, "test")) {
      key = app.firstKey().orElseThrow();
      String location =
          send(
                  app,
                  HttpRequest.newBuilder(at(app, "/webmention"))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(
                          BodyPublishers.ofString(
                              "source=" + source + "&target=https://erabelle.example/rappel")))
              .headers()
              .firstValue("Location")
              .orElseThrow();
      Await.until(
          "it is verified", () -> json(app, location).path("state").asText().equals("accepted"));
      app.settle();
      visits(app);
      assertThat(links(app).at("/total/mentions").asInt()).isEqualTo(1);
      assertThat(links(app).at("/pages/0/url").asText())
          .isEqualTo("https://erabelle.example/rappel");
      assertThat(links(app).at("/pages/0/visits").asInt()).isEqualTo(7);
    }
    status.set(410);
    try (App again = App.start(settings, "test")) {
      assertThat(links(again).at("/total/mentions").asInt()).isEqualTo(1);
      assertThat(links(again).at("/pages/0/visits").asInt()).isEqualTo(7);
      assertThat(links(again).path("lost")).isEmpty();
      send(
          again,
          signed(again, "/api/v1/brands/erabelle/links/check").POST(BodyPublishers.noBody()));
      Await.until("the page is looked at", () -> !links(again).path("lost").isEmpty());
      assertThat(links(again).at("/lost/0/from").asText()).isEqualTo(source);
    }
  }

  private void visits(App app) throws Exception {
    HttpResponse<String> answer =
        send(
            app,
            signed(app, "/api/v1/brands/erabelle/visits")
                .header("Content-Type", "text/csv")
                .POST(
                    BodyPublishers.ofString(
                        "Jour;Page;Provenance;Visites\n01/03/2026;/rappel;google;7\n")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private JsonNode links(App app) throws Exception {
    return json(app, "/api/v1/brands/erabelle/links");
  }

  private JsonNode json(App app, String path) throws Exception {
    return new ObjectMapper().readTree(send(app, signed(app, path)).body());
  }

  private static URI at(App app, String path) {
    return app.http().orElseThrow().resolve(path);
  }

  private HttpRequest.Builder signed(App app, String path) {
    return HttpRequest.newBuilder(at(app, path)).header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(App app, HttpRequest.Builder request) throws Exception {
    assertThat(app.http()).isPresent();
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private Settings settings() throws Exception {
    Path file = folder.resolve("ouidire.yml");
    Files.writeString(
        file,
        """
        data: %s
        zone: America/Toronto
        brands:
          - name: Érabelle
            sites: [erabelle.example]
        http: {port: 0}
        fetch: {allowPrivate: ["127.0.0.1:%d"]}
        """
            .formatted(folder.resolve("data"), site.getAddress().getPort()));
    return new SettingsReader(
            new Surroundings(Map.of(), Map.of(), folder, folder, ZoneId.of("America/Toronto")))
        .read(file);
  }
}
