package ouidire.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import ouidire.analysis.alert.watch.Moments;
import ouidire.core.brand.Brand;
import ouidire.core.config.Settings;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;
import ouidire.deploy.app.App;

/**
 * From the decisive mention to the webhook: while mentions come steadily, angry ones about many
 * brands, a few seconds apart, until each brand's alert is received. The decisive mention is the
 * last one of its brand that was published before the moment that the alert says it was judged at.
 */
public final class AlertBench implements AutoCloseable {
  private static final int STEP_SECONDS = 4;
  private static final int MOST_MENTIONS = 14;
  private static final String[] ANGRY = {
    "%s : service honteux, produit dangereux, je suis furieux et dégoûté.",
    "Encore %s, c'est déplorable et scandaleux. Une honte, à fuir.",
    "Je déteste %s : incompétents, menteurs, produit pourri et inacceptable.",
    "%s m'a rendu malade. Honteux, lamentable, plus jamais."
  };

  private final HttpServer receiver;
  private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Received> received = new ConcurrentHashMap<>();
  private final Map<String, List<Instant>> published = new ConcurrentHashMap<>();
  private final int brands;

  private record Received(Instant at, Instant judged) {}

  /**
   * @param brands how many alerts are waited for
   */
  public AlertBench(int brands) throws IOException {
    this.brands = brands;
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(answering);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  private void receive(HttpExchange call) throws IOException {
    Instant now = Clock.systemUTC().instant();
    JsonNode alert = new ObjectMapper().readTree(call.getRequestBody().readAllBytes());
    received.putIfAbsent(
        alert.path("brand").asText(),
        new Received(now, Instant.parse(alert.path("startedAt").asText())));
    call.sendResponseHeaders(204, -1);
    call.close();
  }

  /** These settings with brands to be angry about and a webhook to tell. */
  public Settings settings(Settings given) {
    String host = "127.0.0.1:" + receiver.getAddress().getPort();
    List<Brand> all = new ArrayList<>();
    for (int i = 0; i < brands; i++) {
      all.add(new Brand(id(i), name(i), name(i), false, List.of(), ZoneId.of("America/Toronto")));
    }
    return new Settings(
        given.data(),
        given.roles(),
        all,
        List.of(),
        List.of(),
        given.http(),
        given.kafka(),
        new Settings.Fetch(List.of(host)),
        given.links(),
        new Settings.Alerts(URI.create("http://" + host + "/"), null),
        given.secondOpinion(),
        given.retention(),
        given.log(),
        Map.of());
  }

  private static String id(int number) {
    return "visee" + number;
  }

  private static String name(int number) {
    return "Visee" + number;
  }

  /** Runs it; times in milliseconds. */
  public ObjectNode run(App app, int perSecond) throws InterruptedException {
    List<CompletableFuture<Void>> kept = new ArrayList<>();
    Instant start = Clock.systemUTC().instant();
    for (int brand = 0; brand < brands; brand++) {
      for (int i = 0; i < 150; i++) {
        Instant at = start.minus(Duration.ofMinutes(40L * i + 60 + brand % 30));
        kept.add(
            app.publisher()
                .publish(
                    mention("p" + brand + "-" + i, at, name(brand) + " ouvre à neuf heures.")));
      }
    }
    kept.forEach(CompletableFuture::join);
    app.settle();
    // A past that comes in late is learned at the next full round: a storm is not its rival.
    Instant learned = Moments.nextRound(Clock.systemUTC().instant()).plusSeconds(1);
    LockSupport.parkNanos(Duration.between(Clock.systemUTC().instant(), learned).toNanos());
    storm(app, perSecond);
    return summary(perSecond);
  }

  private void storm(App app, int perSecond) {
    BenchTexts texts = new BenchTexts();
    long begun = System.nanoTime();
    long ticks = (long) STEP_SECONDS * (MOST_MENTIONS + 1) * 100;
    int said = 0;
    for (long tick = 0; tick < ticks && received.size() < brands; tick++) {
      LockSupport.parkNanos(Math.max(0, begun + tick * 10_000_000L - System.nanoTime()));
      Instant now = Clock.systemUTC().instant();
      for (int i = 0; i < perSecond / 100; i++) {
        var unused = app.publisher().publish(texts.mention("n", said++, now));
      }
      for (int brand = 0; brand < brands; brand++) {
        long own = tick - brand * STEP_SECONDS * 100L / brands;
        if (own >= 0 && own % (STEP_SECONDS * 100L) == 0 && !received.containsKey(id(brand))) {
          angry(app, brand, (int) (own / (STEP_SECONDS * 100L)));
        }
      }
    }
    LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
  }

  private void angry(App app, int brand, int number) {
    Instant now = Clock.systemUTC().instant();
    published.computeIfAbsent(id(brand), b -> new ArrayList<>()).add(now);
    String text = ANGRY[number % ANGRY.length].formatted(name(brand)) + " " + number;
    var unused = app.publisher().publish(mention("a" + brand + "-" + number, now, text));
  }

  private static Mention mention(String id, Instant at, String text) {
    return new Mention(
        "alert-" + id,
        new SourceRef("webhook", "banc"),
        null,
        new Author(id, null, 100L),
        at,
        at,
        "fr",
        null,
        MentionType.POST,
        null,
        text,
        List.of(),
        List.of(),
        Engagement.NONE,
        null,
        null);
  }

  private ObjectNode summary(int perSecond) {
    List<Long> delays = new ArrayList<>();
    received.forEach(
        (brand, alert) -> {
          Instant decisive = null;
          for (Instant at : published.getOrDefault(brand, List.of())) {
            if (!at.isAfter(alert.judged())) {
              decisive = at;
            }
          }
          if (decisive != null) {
            delays.add(Duration.between(decisive, alert.at()).toMillis());
          }
        });
    delays.sort(null);
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("mentions_per_second", perSecond);
    json.put("alerts_awaited", brands);
    json.put("alerts_received", delays.size());
    if (!delays.isEmpty()) {
      json.put("p50_ms", delays.get(delays.size() / 2));
      json.put("p99_ms", delays.get((int) Math.ceil(delays.size() * 0.99) - 1));
      json.put("worst_ms", delays.getLast());
    }
    return json;
  }

  @Override
  public void close() {
    receiver.stop(0);
    answering.shutdownNow();
  }
}
