package ouidire.deploy.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.alert.AlertDocument;
import ouidire.core.alert.DecisionLog;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentJson;
import ouidire.core.config.Settings;
import ouidire.core.config.SettingsReader;
import ouidire.core.config.Surroundings;
import ouidire.core.history.SampleMention;
import ouidire.core.settings.SettingsStore;
import ouidire.core.waiting.Await;
import ouidire.deploy.app.App;
import ouidire.deploy.broker.EmbeddedBroker;

/**
 * Two processes on one Kafka, one that alerts and one that serves: what people decide at the one
 * that serves is carried out by the one that alerts, once, also when that one was away; nothing
 * that either did is lost.
 */
class DecidedElsewhereTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOTES = 20;

  @TempDir Path folder;
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private EmbeddedBroker broker;
  private HttpServer receiver;

  @BeforeEach
  void start() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        call -> {
          call.getRequestBody().readAllBytes();
          call.sendResponseHeaders(204, -1);
          call.close();
        });
    receiver.start();
    broker = EmbeddedBroker.start(folder.resolve("kafka"));
  }

  @AfterEach
  void stop() {
    people.shutdownNow();
    client.close();
    broker.close();
    receiver.stop(0);
  }

  private Settings settings(String name, String roles) throws Exception {
    String host = "127.0.0.1:" + receiver.getAddress().getPort();
    Path config = folder.resolve(name + ".yml");
    Files.writeString(
        config,
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
    return new SettingsReader(
            new Surroundings(
                Map.of(),
                Map.of("http.port", "0", "data", folder.resolve(name).toString()),
                folder,
                folder,
                ZoneId.of("America/Toronto")))
        .read(config);
  }

  private JsonNode call(App app, String method, String path, String body) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(app.http().orElseThrow().resolve(path))
                .header("Authorization", "Bearer " + app.firstKey().orElseThrow())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    ObjectNode read = JSON.createObjectNode().put("status", answer.statusCode());
    read.set("body", answer.body().isEmpty() ? null : JSON.readTree(answer.body()));
    return read;
  }

  private static void speak(App app, int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      app.publisher()
          .publish(
              SampleMention.of("m" + i)
                  .at(Clock.systemUTC().instant())
                  .text("Érabelle, encore en panne " + i)
                  .by("voisin" + i, null, null)
                  .build()
                  .mention())
          .get();
    }
  }

  private Incident incident(App serving, String id) throws Exception {
    JsonNode json = call(serving, "GET", "/api/v1/incidents/" + id, "").path("body");
    return IncidentJson.read(JSON.writeValueAsBytes(json));
  }

  @Test
  void whatIsDecidedWhereNothingAlertsIsCarriedOutOnce() throws Exception {
    Settings alerting = settings("veille", "analyse, alert");
    App alert = App.start(alerting, "test");
    try (App serving = App.start(settings("tableau", "serve"), "test")) {
      ObjectNode rule = JsonNodeFactory.instance.objectNode().put("id", "volume");
      rule.put("name", "Volume").put("kind", "volume").put("severity", "warning");
      rule.putArray("when")
          .addObject()
          .put("metric", "count")
          .put("atLeast", 3)
          .put("window", "PT1H");
      serving
          .store()
          .put(AlertDocument.RULE.kind(), "volume", rule, "test", SettingsStore.ANY_VERSION);
      speak(serving, 0, 4);
      List<String> ids = new ArrayList<>();
      Await.until(
          "the serving process sees the incident",
          () -> {
            JsonNode all = call(serving, "GET", "/api/v1/incidents", "").at("/body/incidents");
            all.forEach(each -> ids.add(each.path("id").asText()));
            return !ids.isEmpty();
          });
      String path = "/api/v1/incidents/" + ids.getFirst();

      // While the numbers of the incident grow, people write.
      List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
      for (int i = 0; i < NOTES; i++) {
        String note = "{\"text\": \"note " + i + "\"}";
        answers.add(
            CompletableFuture.supplyAsync(() -> quietly(serving, path + "/notes", note), people));
        speak(serving, 4 + 4 * i, 8 + 4 * i);
      }
      for (CompletableFuture<JsonNode> answer : answers) {
        assertThat(answer.get().path("status").asInt()).isEqualTo(200);
      }
      JsonNode acknowledged = call(serving, "POST", path + "/acknowledge", "{}");
      assertThat(acknowledged.at("/body/state").asText()).isEqualTo("acknowledged");

      // Decided while nothing alerts: told so, and carried out at the next start.
      alert.close();
      JsonNode waits = call(serving, "POST", path + "/notes", "{\"text\": \"entre-temps\"}");
      assertThat(waits.path("status").asInt()).as("kept, not yet carried out").isEqualTo(503);
      for (int restart = 0; restart < 2; restart++) {
        alert = App.start(alerting, "test");
        Await.until("carried out", () -> notes(serving, ids.getFirst()).contains("entre-temps"));
        if (restart == 0) {
          alert.close();
        }
      }
      assertThat(call(serving, "POST", path + "/resolve", "{}").at("/body/state").asText())
          .isEqualTo("resolved");
      Incident last = incident(serving, ids.getFirst());
      TreeSet<String> expected =
          IntStream.range(0, NOTES)
              .mapToObj(i -> "note " + i)
              .collect(Collectors.toCollection(TreeSet::new));
      expected.add("entre-temps");
      assertThat(notes(serving, last.id())).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(DecisionLog.firstBroken(last.log())).isEmpty();
      Await.until(
          "what the courier did is there as well",
          () ->
              incident(serving, last.id()).log().stream()
                      .filter(entry -> entry.kind() == Entry.Kind.DELIVERED)
                      .count()
                  >= 3);
    } finally {
      alert.close();
    }
  }

  private JsonNode quietly(App serving, String path, String body) {
    try {
      return call(serving, "POST", path, body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> notes(App serving, String id) throws Exception {
    return incident(serving, id).log().stream()
        .filter(entry -> entry.kind() == Entry.Kind.NOTED)
        .map(entry -> entry.details().get("text"))
        .toList();
  }
}
