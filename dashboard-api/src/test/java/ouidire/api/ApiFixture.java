package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import ouidire.api.key.FileApiKeys;
import ouidire.api.key.NewApiKey;
import ouidire.api.key.Scope;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandJson;
import ouidire.core.brand.BrandState;
import ouidire.core.brand.BrandState.Origin;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.history.PlainQueries;
import ouidire.core.link.LinkTwin;
import ouidire.core.settings.InMemorySettingsStore;
import ouidire.core.settings.Setting;
import ouidire.core.source.SourceStatus;
import ouidire.core.story.PlainStories;
import ouidire.core.stream.InMemoryMentionPublisher;

/** A real server on a free port over everything in memory, and a client for it. */
final class ApiFixture implements AutoCloseable {
  static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
  static final Brand ERABELLE =
      new Brand("erabelle", "Érabelle", "érabelle", false, List.of("erabelle"), MONTREAL);
  static final Brand BOREALIS =
      new Brand("borealis", "Boréalis", "boréalis", true, List.of(), MONTREAL);
  private static final BrandState.Past DONE = BrandState.Past.DONE;
  private static final ObjectMapper JSON = new ObjectMapper();

  final MovableClock clock = new MovableClock("2026-03-02T16:00:00Z");
  final InMemorySettingsStore settings = new InMemorySettingsStore(clock);
  final AlertTwin incidents = new AlertTwin(settings);
  final LinkTwin links = new LinkTwin(settings, clock);
  final InMemoryMentionHistory history = new InMemoryMentionHistory();
  final InMemoryMentionPublisher published = new InMemoryMentionPublisher();
  final List<Brand> brands = new ArrayList<>(List.of(ERABELLE, BOREALIS));
  final List<SourceStatus> sources = new ArrayList<>();
  final Alerts alerts = new Alerts();
  final List<HealthCheck> checks = new ArrayList<>();
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final FileApiKeys keys;
  final NewApiKey key;
  final HttpClient client = HttpClient.newHttpClient();
  final AtomicInteger exportsEndAfter = new AtomicInteger(Integer.MAX_VALUE);
  ApiServer server;

  private ApiFixture(Path folder, ApiSettings settings, List<HealthCheck> checked) {
    keys = new FileApiKeys(folder.resolve("keys.json"), clock);
    key = keys.createFirst().orElseThrow();
    checks.addAll(checked);
    server = new ApiServer(ports(), settings).start();
  }

  static ApiFixture in(Path folder) {
    return new ApiFixture(folder, ApiSettings.DEFAULTS, List.of());
  }

  static ApiFixture in(Path folder, ApiSettings settings, HealthCheck... checks) {
    return new ApiFixture(folder, settings, List.of(checks));
  }

  private ApiPorts ports() {
    return new ApiPorts(
        new BreakingHistory(history, exportsEndAfter::get),
        history,
        PlainQueries::compile,
        () -> List.copyOf(brands),
        () -> List.copyOf(sources),
        alerts,
        new PlainStories(history),
        published,
        keys,
        () -> new PipelineStatus(10, 7, 0, 2, 1, 6, 1, Set.of("serve", "ingest")),
        checks,
        meters,
        meters::scrape,
        clock,
        new Editing(settings, this::states, new PlainDesk()),
        incidents.ports(),
        links.ports());
  }

  /** The fixed brands as configured, those of the settings as added. */
  private List<BrandState> states() {
    List<BrandState> all = new ArrayList<>();
    brands.forEach(b -> all.add(new BrandState(b, Origin.CONFIGURED, 0, null, null, null, DONE)));
    for (Setting one : settings.list(BrandJson.KIND)) {
      Brand brand = BrandJson.read(one.id(), one.value(), MONTREAL);
      all.removeIf(state -> state.brand().id().equals(one.id()));
      boolean edited = brands.stream().anyMatch(b -> b.id().equals(one.id()));
      Origin origin = edited ? Origin.EDITED : Origin.ADDED;
      all.add(
          new BrandState(
              brand, origin, one.version(), one.changedBy(), one.changedAt(), null, DONE));
    }
    return all;
  }

  /** Another server over the same, not started. */
  ApiServer another(ApiSettings settings) {
    return new ApiServer(ports(), settings);
  }

  /** A request signed with the first key. */
  HttpRequest.Builder signed(String path) {
    return request(path).header("Authorization", "Bearer " + key.secret());
  }

  /** A request without any credential. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
  }

  URI uri(String path) {
    return URI.create(server.address() + path);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(signed(path));
  }

  /** The JSON of an answer that must be 200. */
  JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return parse(answer.body());
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /** From now on a walk through the history fails after that many mentions. */
  void failExportsAfter(int mentions) {
    exportsEndAfter.set(mentions);
  }

  NewApiKey keyWith(Scope... scopes) {
    return keys.create("essai", Set.of(scopes), null);
  }

  /** Signs in and gives the cookie as a browser sends it back. */
  String cookie() {
    HttpResponse<String> answer =
        send(
            request("/api/v1/session")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"key\":\"" + key.secret() + "\"}")));
    String header = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return header.substring(0, header.indexOf(';'));
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }

  /** Alerts in memory. */
  static final class Alerts implements AlertDirectory {
    private final List<Alert> all = new CopyOnWriteArrayList<>();
    private final List<Consumer<Alert>> listeners = new CopyOnWriteArrayList<>();

    void raise(Alert alert) {
      all.add(0, alert);
      listeners.forEach(listener -> listener.accept(alert));
    }

    @Override
    public List<Alert> latest(int limit) {
      return all.stream().limit(limit).toList();
    }

    @Override
    public Subscription subscribe(Consumer<Alert> listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }
  }

  /** A check that is well or has this problem. */
  static HealthCheck check(String name, Optional<String> problem) {
    return new HealthCheck(name, () -> problem);
  }
}
