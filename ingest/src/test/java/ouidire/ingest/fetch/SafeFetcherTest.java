package ouidire.ingest.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.core.words.Wording;

class SafeFetcherTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final FetchLimits LIMITS =
      new FetchLimits(
          2_000_000,
          100,
          3,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Headers> asked = new ConcurrentHashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private HttpServer server;
  private String site;
  private SafeFetcher fetcher;

  private record Page(int status, Map<String, String> headers, byte[] body) {}

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    site = "http://127.0.0.1:" + server.getAddress().getPort();
    fetcher = fetcher(LIMITS);
  }

  @AfterEach
  void end() {
    fetcher.close();
    server.stop(0);
  }

  @Test
  void aBodyComesWithWhatIsKnownOfIt() {
    page(
        "/fil",
        200,
        Map.of(
            "ETag", "\"v1\"",
            "Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT",
            "Content-Type", "application/rss+xml; charset=utf-8",
            "Cache-Control", "public, max-age=600"),
        "<rss/>".getBytes(UTF_8));
    FetchResult.Fetched fetched = fetched("/fil");
    assertThat(fetched.body()).asString(UTF_8).isEqualTo("<rss/>");
    assertThat(fetched.contentType()).isEqualTo("application/rss+xml; charset=utf-8");
    assertThat(fetched.address()).isEqualTo(site + "/fil");
    assertThat(fetched.movedTo()).isNull();
    assertThat(fetched.freshFor()).isEqualTo(Duration.ofMinutes(10));
    assertThat(fetched.validators())
        .isEqualTo(new Validators("\"v1\"", "Sun, 01 Mar 2026 10:00:00 GMT"));
    Headers sent = asked("/fil");
    assertThat(sent.getFirst("User-Agent")).isEqualTo("test");
    assertThat(sent.getFirst("Accept-Encoding")).isEqualTo("gzip, deflate");
    assertThat(sent).doesNotContainKeys("Cookie", "Referer", "If-none-match", "If-modified-since");
  }

  private Headers asked(String path) {
    return requireNonNull(asked.get(path), "nobody asked for " + path);
  }

  @Test
  void theSecondQuestionIsConditional() {
    page("/fil", 304, Map.of(), new byte[0]);
    Validators known = new Validators("\"v1\"", "Sun, 01 Mar 2026 10:00:00 GMT");
    assertThat(fetcher.fetch(site + "/fil", known)).isInstanceOf(FetchResult.NotModified.class);
    assertThat(asked("/fil").getFirst("If-None-Match")).isEqualTo("\"v1\"");
    assertThat(asked("/fil").getFirst("If-Modified-Since"))
        .isEqualTo("Sun, 01 Mar 2026 10:00:00 GMT");
  }

  @Test
  void cookiesAreNotKept() {
    page("/fil", 200, Map.of("Set-Cookie", "suivi=1"), new byte[] {1});
    fetched("/fil");
    fetched("/fil");
    assertThat(asked.get("/fil")).doesNotContainKey("Cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw", "identity", "gzip, gzip"})
  void packedBodiesAreUnpacked(String coding) throws IOException {
    byte[] text = "L'Érabelle, c'est bon. ".repeat(100).getBytes(UTF_8);
    byte[] body =
        switch (coding) {
          case "gzip", "x-gzip" -> gzip(text);
          case "gzip, gzip" -> gzip(gzip(text));
          case "deflate" -> deflate(text, false);
          case "raw" -> deflate(text, true);
          default -> text;
        };
    page("/fil", 200, Map.of("Content-Encoding", coding.equals("raw") ? "deflate" : coding), body);
    assertThat(fetched("/fil").body()).isEqualTo(text);
  }

  @Test
  void aGzipFileAndAFalseLabelAreReadToo() throws IOException {
    page("/fil.xml.gz", 200, Map.of("Content-Type", "application/x-gzip"), gzip(new byte[] {1, 2}));
    assertThat(fetched("/fil.xml.gz").body()).containsExactly(1, 2);
    page("/faux", 200, Map.of("Content-Encoding", "gzip"), "<rss/>".getBytes(UTF_8));
    assertThat(fetched("/faux").body()).asString(UTF_8).isEqualTo("<rss/>");
  }

  @Test
  void anUnknownCodingIsSaid() {
    page("/fil", 200, Map.of("Content-Encoding", "br"), new byte[] {1});
    assertThat(reason("/fil")).contains("packed as \"br\"");
  }

  @ParameterizedTest
  @CsvSource({"301, true", "308, true", "302, false", "303, false", "307, false"})
  void redirectsAreFollowedAndPermanentOnesNoted(int status, boolean permanent) {
    page("/a", status, Map.of("Location", "b?c=d"), new byte[0]);
    page("/b?c=d", 200, Map.of(), new byte[] {1});
    FetchResult.Fetched fetched = fetched("/a");
    assertThat(fetched.address()).isEqualTo(site + "/b?c=d");
    assertThat(fetched.movedTo()).isEqualTo(permanent ? site + "/b?c=d" : null);
  }

  @Test
  void oneTemporaryStepMakesTheWholeWayTemporary() {
    page("/a", 301, Map.of("Location", "/b"), new byte[0]);
    page("/b", 302, Map.of("Location", "/c"), new byte[0]);
    page("/c", 301, Map.of("Location", "/d"), new byte[0]);
    page("/d", 200, Map.of(), new byte[] {1});
    assertThat(fetched("/a").movedTo()).isNull();
  }

  @Test
  void redirectsEnd() {
    page("/a", 302, Map.of("Location", "/a"), new byte[0]);
    assertThat(reason("/a")).isEqualTo("more than 3 redirects");
    assertThat(questions).hasValue(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest",
        "file:///etc/passwd", "http://2130706433/", "//10.0.0.1/", "gopher://127.0.0.1/"
      })
  void redirectsToForbiddenPlacesAreRefused(String target) {
    page("/a", 302, Map.of("Location", target), new byte[0]);
    assertThat(reason("/a")).containsAnyOf("may not be reached", "no http", "as a number");
    assertThat(questions).hasValue(1);
  }

  @Test
  void privateAddressesAreRefusedUnlessAllowed() {
    try (SafeFetcher guarded =
        new SafeFetcher(AddressGuard.publicOnly(), LIMITS, "test", () -> NOW)) {
      assertThat(guarded.fetch(site + "/", Validators.NONE))
          .isInstanceOfSatisfying(
              FetchResult.Failed.class,
              failed -> assertThat(failed.reason().english()).contains("may not be reached"));
    }
    assertThat(questions).hasValue(0);
  }

  @Test
  void goneAndFailed() {
    page("/parti", 410, Map.of(), new byte[0]);
    assertThat(fetcher.fetch(site + "/parti", Validators.NONE))
        .isInstanceOf(FetchResult.Gone.class);
    assertThat(reason("/absent")).isEqualTo("the server answered 404");
    page("/a", 302, Map.of(), new byte[0]);
    assertThat(reason("/a")).isEqualTo("the server answered 302");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                           | PT2M
          0                             | PT0S
          Sun, 01 Mar 2026 12:30:00 GMT | PT30M
          Sun, 01 Mar 2026 11:00:00 GMT | PT0S
          999999999                     | PT168H
          Fri, 01 Mar 2047 11:00:00 GMT | PT168H
          bientôt                       |
          -5                            |
          """)
  void retryAfterIsUnderstood(String header, Duration expected) {
    assertThat(RetryAfter.parse(header, NOW).orElse(null)).isEqualTo(expected);
  }

  @Test
  void retryAfterComesWithTheFailure() {
    page("/fil", 503, Map.of("Retry-After", "90"), new byte[0]);
    assertThat(fetcher.fetch(site + "/fil", Validators.NONE))
        .isEqualTo(
            new FetchResult.Failed(
                new Wording("le serveur a répondu 503", "the server answered 503"),
                Duration.ofSeconds(90),
                503));
  }

  @Test
  void bodiesHaveAnEnd() {
    page("/gros", 200, Map.of(), new byte[2_000_001]);
    assertThat(reason("/gros")).isEqualTo("the answer is longer than 2000000 bytes");
  }

  /** Ten gigabytes of zeros in ten megabytes: the first two are enough. */
  @Test
  void bombsAreRefusedOnTheWay() throws Exception {
    byte[] megabyte = new byte[1024 * 1024];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    GZIPOutputStream bomb = new GZIPOutputStream(packed, 64 * 1024);
    for (int i = 0; i < 256; i++) {
      bomb.write(megabyte);
    }
    bomb.finish();
    try (RawServer raw =
        new RawServer(
            out -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
                      .getBytes(US_ASCII));
              for (int i = 0; i < 40; i++) {
                out.write(packed.toByteArray());
              }
            })) {
      assertThat(failure(fetcher.fetch(raw.url(), Validators.NONE)))
          .isEqualTo("the answer grows more than 100 times when unpacked: it is a bomb");
      assertThat(raw.sent.getCount()).as("the server could not send it all").isEqualTo(1);
    }
  }

  @Test
  void aServerThatDripsIsLeft() throws Exception {
    FetchLimits brief =
        new FetchLimits(
            1_000, 100, 3, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(400));
    CountDownLatch never = new CountDownLatch(1);
    for (String start : List.of("", "HTTP/1.1 200 OK\r\nX-A: ", "HTTP/1.1 200 OK\r\n\r\n")) {
      try (SafeFetcher hasty = fetcher(brief);
          RawServer raw =
              new RawServer(
                  out -> {
                    out.write(start.getBytes(US_ASCII));
                    while (!never.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                      out.write('a');
                      out.flush();
                    }
                  })) {
        assertThat(failure(hasty.fetch(raw.url(), Validators.NONE)))
            .startsWith("no complete answer in");
      }
    }
  }

  @Test
  void aSilentServerIsLeft() throws Exception {
    FetchLimits brief =
        new FetchLimits(
            1_000, 100, 3, Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(30));
    CountDownLatch never = new CountDownLatch(1);
    try (SafeFetcher hasty = fetcher(brief);
        RawServer raw = new RawServer(out -> never.await())) {
      assertThat(failure(hasty.fetch(raw.url(), Validators.NONE))).isEqualTo("no answer in time");
    }
  }

  @Test
  void whatIsNoHttpIsSaid() throws Exception {
    try (RawServer raw = new RawServer(out -> out.write("salut\r\n\r\n".getBytes(US_ASCII)))) {
      assertThat(failure(fetcher.fetch(raw.url(), Validators.NONE))).isNotBlank();
    }
    try (RawServer raw =
        new RawServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
              for (int i = 0; i < 300; i++) {
                out.write(("X-" + i + ": a\r\n").getBytes(US_ASCII));
              }
              out.write("\r\n".getBytes(US_ASCII));
            })) {
      assertThat(failure(fetcher.fetch(raw.url(), Validators.NONE))).isNotBlank();
    }
    assertThat(failure(fetcher.fetch("pas une adresse", Validators.NONE))).contains("no http");
  }

  private static SafeFetcher fetcher(FetchLimits limits) {
    return new SafeFetcher(
        new AddressGuard(List.of("127.0.0.1:*"), HostResolver.system()), limits, "test", () -> NOW);
  }

  private void page(String path, int status, Map<String, String> headers, byte[] body) {
    pages.put(path, new Page(status, headers, body));
  }

  private FetchResult.Fetched fetched(String path) {
    FetchResult result = fetcher.fetch(site + path, Validators.NONE);
    assertThat(result).isInstanceOf(FetchResult.Fetched.class);
    return (FetchResult.Fetched) result;
  }

  private String reason(String path) {
    return failure(fetcher.fetch(site + path, Validators.NONE));
  }

  private static String failure(FetchResult result) {
    assertThat(result).isInstanceOf(FetchResult.Failed.class);
    return ((FetchResult.Failed) result).reason().english();
  }

  private void answer(HttpExchange exchange) throws IOException {
    questions.incrementAndGet();
    String path = exchange.getRequestURI().toString();
    asked.put(path, exchange.getRequestHeaders());
    Page page = pages.getOrDefault(path, new Page(404, Map.of(), new byte[0]));
    page.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(page.body());
    } catch (IOException e) {
      exchange.close(); // the reader has left, as a test means it to
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    return packed(bytes, out -> wrap(() -> new GZIPOutputStream(out)));
  }

  private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
    return packed(bytes, out -> new DeflaterOutputStream(out, new java.util.zip.Deflater(6, raw)));
  }

  private static byte[] packed(
      byte[] bytes, java.util.function.Function<OutputStream, OutputStream> packing)
      throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    try (OutputStream out = packing.apply(kept)) {
      out.write(bytes);
    }
    return kept.toByteArray();
  }

  private interface Making {
    OutputStream make() throws IOException;
  }

  private static OutputStream wrap(Making making) {
    try {
      return making.make();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Says what it likes to the first who connects. */
  private static final class RawServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CountDownLatch sent = new CountDownLatch(1);
    private final Thread speaking;

    interface Speech {
      void to(OutputStream out) throws IOException, InterruptedException;
    }

    RawServer(Speech speech) throws IOException {
      speaking =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket heard = socket.accept()) {
                      speech.to(heard.getOutputStream());
                      sent.countDown();
                    } catch (IOException | InterruptedException e) {
                      Thread.currentThread().interrupt(); // the listener left, or the test is over
                    }
                  });
    }

    String url() {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    @Override
    public void close() throws IOException, InterruptedException {
      socket.close();
      speaking.interrupt();
      speaking.join(Duration.ofSeconds(10));
    }
  }
}
