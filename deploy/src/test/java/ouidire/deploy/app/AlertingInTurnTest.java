package ouidire.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.life.IncidentStore;
import ouidire.analysis.alert.life.KafkaIncidentStore;
import ouidire.analysis.alert.life.KafkaSeat;
import ouidire.core.alert.AlertDocument;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Incident;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import ouidire.core.history.SampleMention;
import ouidire.core.settings.SettingsStore;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.waiting.Await;
import ouidire.deploy.broker.EmbeddedBroker;

/**
 * Two processes that both have the role {@code alert}: one decides and tells, the other stands by.
 * The elder is a process of its own, so that it can hang, wake and be killed.
 */
class AlertingInTurnTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALERTS = "this process alerts\n";
  private static final String STANDS_BY = "another process alerts; this one stands by";

  /** One message as it came in. */
  private record Post(String id, String key, String brand, String acknowledge) {}

  @TempDir Path folder;
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile int answer = 204;
  private EmbeddedBroker broker;
  private HttpServer receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
    broker = EmbeddedBroker.start(folder.resolve("kafka"));
  }

  @AfterEach
  void stop() {
    client.close();
    broker.close();
    receiver.stop(0);
  }

  private void receive(HttpExchange call) throws IOException {
    JsonNode body = JSON.readTree(call.getRequestBody().readAllBytes());
    posts.add(
        new Post(
            call.getRequestHeaders().getFirst("webhook-id"),
            body.path("key").asText(),
            body.path("brand").asText(),
            body.path("acknowledgeUrl").asText()));
    call.sendResponseHeaders(answer, -1);
    call.close();
  }

  private Path config(String name, String roles) throws IOException {
    String host = "127.0.0.1:" + receiver.getAddress().getPort();
    return Files.writeString(
        folder.resolve(name + ".yml"),
        """
        zone: America/Toronto
        brands:
          - name: Érabelle
        roles: [%s]
        kafka: {bootstrap: '%s'}
        alerts: {webhook: 'http://%s/'}
        fetch: {allowPrivate: ['%s']}
        """
            .formatted(roles, broker.bootstrap(), host, host));
  }

  private Settings settings(String name, String roles) throws Exception {
    return settings(name, roles, 0);
  }

  private Settings settings(String name, String roles, int port) throws Exception {
    return new SettingsReader(
            new Surroundings(
                Map.of(),
                Map.of(
                    "http.port", Integer.toString(port), "data", folder.resolve(name).toString()),
                folder,
                folder,
                ZoneId.of("America/Toronto")))
        .read(config(name, roles));
  }

  private int call(App app, String method, String path, String body) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(app.http().orElseThrow().resolve(path))
                .header("Authorization", "Bearer " + app.firstKey().orElseThrow())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static void speak(App app, String run, int mentions) throws Exception {
    for (int i = 0; i < mentions; i++) {
      app.publisher()
          .publish(
              SampleMention.of(run + i)
                  .at(Clock.systemUTC().instant())
                  .text("Érabelle, encore en panne " + i)
                  .by(run + "voisin" + i, null, null)
                  .build()
                  .mention())
          .get();
    }
  }

  private static void watchVolume(App app) {
    ObjectNode rule = JsonNodeFactory.instance.objectNode().put("id", "volume");
    rule.put("name", "Volume").put("kind", "volume").put("severity", "warning");
    rule.putArray("when")
        .addObject()
        .put("metric", "count")
        .put("atLeast", 3)
        .put("window", "PT1H");
    app.store().put(AlertDocument.RULE.kind(), "volume", rule, "test", SettingsStore.ANY_VERSION);
  }

  private static double alerting(App app) {
    return app.meters().get("ouidire.alerting").gauge().value();
  }

  private List<Incident> kept() {
    return KafkaIncidentStore.read(KafkaSettings.at(broker.bootstrap()));
  }

  private boolean nothingWaits() {
    return waiting().findAny().isEmpty();
  }

  private Stream<Dispatch> waiting() {
    return kept().stream().flatMap(each -> each.outbox().stream()).filter(Dispatch::waiting);
  }

  private static int times(KilledProcess process, String said) {
    return process.said().split(said, -1).length - 1;
  }

  @Test
  void oneAlertsAndTheOtherTakesOverWhenItHangsOrGoes() throws Exception {
    Path elderHome = folder.resolve("aine");
    Files.createDirectories(elderHome);
    try (KilledProcess elder = KilledProcess.start(elderHome, config("aine", "analyse, alert"))) {
      Await.until("the elder alerts", Duration.ofMinutes(3), () -> times(elder, ALERTS) == 1);
      try (App younger = App.start(settings("cadet", "analyse, alert, serve"), "test")) {
        assertThat(alerting(younger)).as("the younger stands by").isZero();
        assertThat(call(younger, "GET", "/health/ready", "")).isEqualTo(200);

        watchVolume(younger);
        speak(younger, "a", 6);
        Await.until("the elder pages", () -> !posts.isEmpty() && nothingWaits());
        Incident incident = kept().getFirst();
        String path = "/api/v1/incidents/" + incident.id();
        Await.until("seen where it stands by", () -> call(younger, "GET", path, "") == 200);
        assertThat(call(younger, "POST", path + "/notes", "{\"text\": \"vu\"}")).isEqualTo(200);

        elder.signal("STOP");
        Await.until("the younger takes over", () -> alerting(younger) == 1);
        speak(younger, "b", 6);
        assertThat(call(younger, "POST", path + "/acknowledge", "{}")).isEqualTo(200);
        elder.signal("CONT");
        Await.until("the elder stands by", () -> times(elder, STANDS_BY) >= 1);
        assertThat(alerting(younger)).isEqualTo(1);
        assertThat(call(younger, "POST", path + "/resolve", "{}")).isEqualTo(200);
        Await.until("all is told", this::nothingWaits);
      }
      // It was given up at the end, not lost: the elder has it at once.
      Await.until("the elder alerts again", () -> times(elder, ALERTS) >= 2);
    }
    List<Incident> incidents = kept();
    assertThat(incidents).as("one incident, begun once").hasSize(1);
    assertThat(posts.stream().map(Post::key)).containsOnly(incidents.getFirst().key());
    assertThat(posts.stream().map(Post::id)).as("nothing is told twice").doesNotHaveDuplicates();
    Set<Dispatch.Action> told =
        incidents.getFirst().outbox().stream().map(Dispatch::action).collect(Collectors.toSet());
    assertThat(told)
        .contains(Dispatch.Action.TRIGGER, Dispatch.Action.ACKNOWLEDGE, Dispatch.Action.RESOLVE);
  }

  @Test
  void whoeverTookTheStoreBeforeKeepsNothingMore() throws Exception {
    AtomicInteger lost = new AtomicInteger();
    KafkaSettings kafka = KafkaSettings.at(broker.bootstrap());
    try (App origin = App.start(settings("origine", "analyse, alert, serve"), "test")) {
      watchVolume(origin);
      speak(origin, "c", 6);
      Await.until("an incident", () -> !kept().isEmpty() && nothingWaits());
    }
    Incident incident = kept().getFirst();
    try (KafkaIncidentStore before = KafkaIncidentStore.take(kafka, lost::incrementAndGet)) {
      before.save(List.of(incident));
      Thread.currentThread().interrupt();
      before.save(List.of(incident));
      assertThat(Thread.interrupted()).as("told to end, it keeps what it is keeping").isTrue();
      assertThat(lost).hasValue(0);
      try (KafkaIncidentStore after = KafkaIncidentStore.take(kafka, () -> {})) {
        for (int i = 0; i < 2; i++) {
          assertThatThrownBy(() -> before.save(List.of(incident)))
              .isInstanceOf(IncidentStore.TakenOverException.class)
              .hasMessageContaining(incident.id());
        }
        assertThat(lost).hasValue(1);
        after.save(List.of(incident));
      }
    }
  }

  @Test
  void whatWaitedOverARestartLeavesWithItsLink() throws Exception {
    answer = 503;
    try (App before = App.start(settings("seul", "analyse, alert, serve"), "test")) {
      watchVolume(before);
      speak(before, "d", 6);
      Await.until("it is tried", () -> waiting().anyMatch(each -> each.tries() > 0));
    }
    Await.until(
        "it is due",
        () -> waiting().noneMatch(each -> each.nextTry().isAfter(Clock.systemUTC().instant())));
    posts.clear();
    answer = 204;
    int port = freePort();
    List<Boolean> open = new CopyOnWriteArrayList<>();
    Logger seat = (Logger) LoggerFactory.getLogger(KafkaSeat.class);
    AppenderBase<ILoggingEvent> whenItAlerts =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (event.getMessage().equals(ALERTS.strip())) {
              open.add(answers(port));
            }
          }
        };
    whenItAlerts.start();
    seat.setLevel(Level.INFO);
    seat.addAppender(whenItAlerts);
    try (App after = App.start(settings("seul", "analyse, alert, serve", port), "test")) {
      assertThat(open).as("the dashboard, when alerting began").containsExactly(true);
      Await.until("it is told", () -> !posts.isEmpty());
      assertThat(posts.getFirst().acknowledge())
          .startsWith(after.http().orElseThrow() + "/acknowledge/");
    } finally {
      seat.detachAppender(whenItAlerts);
      seat.setLevel(null);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket door = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return door.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
