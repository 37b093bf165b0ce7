package ouidire.deploy.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionOrder;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.waiting.Await;

/** Feeds served on loopback, read by the whole service, found in its history; once each. */
class FeedsEndToEndTest {
  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile String document = "";
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = document.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void entriesAreFoundOnceEachOverARestart() throws Exception {
    document = feed(25);
    Settings settings = settings();
    try (App app = App.start(settings, "test")) {
      Await.until("the first entries are found", () -> found(app).size() == 25);
      document = feed(30);
      Await.until("new entries are found", () -> found(app).size() == 30);
    }
    int before = asked.get();
    try (App app = App.start(settings, "test")) {
      Await.until("the feed is asked again", () -> asked.get() > before);
      app.settle();
      List<AnalysedMention> found = found(app);
      assertThat(found).extracting(m -> m.mention().id()).hasSize(30).doesNotHaveDuplicates();
      assertThat(found).extracting(m -> m.mention().source().name()).containsOnly("Le Sentier");
    }
  }

  private static List<AnalysedMention> found(App app) {
    return app.history().search(MentionFilter.ALL, MentionOrder.NEWEST, 100, null).mentions();
  }

  private Settings settings() throws IOException {
    String address = "127.0.0.1:" + server.getAddress().getPort();
    Path file = folder.resolve("ouidire.yml");
    Files.writeString(
        file,
        """
        data: %s
        roles: [broker, ingest, analyse, alert]
        fetch: {allowPrivate: ["%s"]}
        feeds:
          - url: http://%s/fil.xml
            every: 5s
        """
            .formatted(folder.resolve("data"), address, address));
    return new SettingsReader(new Surroundings(Map.of(), Map.of(), folder, folder, ZoneOffset.UTC))
        .read(file);
  }

  private static String feed(int entries) {
    StringBuilder feed =
        new StringBuilder(
            "<rss version='2.0'><channel><title>Le Sentier</title><language>fr</language>");
    for (int i = 0; i < entries; i++) {
      feed.append("<item><guid isPermaLink='false'>n")
          .append(i)
          .append("</guid><title>Nouvelle ")
          .append(i)
          .append("</title><pubDate>Sun, 01 Mar 2026 09:05:07 GMT</pubDate></item>");
    }
    return feed.append("</channel></rss>").toString();
  }
}
