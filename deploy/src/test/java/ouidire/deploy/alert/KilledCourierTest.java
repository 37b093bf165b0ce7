package ouidire.deploy.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.KafkaIncidentStore;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Incident;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;
import ouidire.core.waiting.Await;
import ouidire.deploy.broker.EmbeddedBroker;

/**
 * {@code kill -9} in mid-send, at random moments. The law: no alert is lost; a message has one id,
 * however often it is sent; each process sends it once at most, so that each crash repeats it once
 * at most; and a process that dies within {@link Desk#DOUBT} of its start repeats nothing, so that
 * a row of quick crashes costs one repeat together.
 */
class KilledCourierTest {
  /** Ten in an ordinary build; 50 and more with {@code -Douidire.chaos.kills}. */
  private static final int KILLS = Integer.getInteger("ouidire.chaos.kills", 10);

  private static final long ANSWER_MILLIS = 150;

  /** One message, and which process sent it. */
  private record Post(String id, int process) {}

  @TempDir Path folder;
  private final Map<String, List<Post>> ids = new ConcurrentHashMap<>();
  private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
  private volatile int process;
  private HttpServer receiver;
  private EmbeddedBroker broker;

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(answering);
    receiver.createContext("/", this::receive);
    receiver.start();
    broker = EmbeddedBroker.start(folder.resolve("kafka"));
    KafkaTopics.create(KafkaSettings.at(broker.bootstrap()), 1, Duration.ofDays(1));
  }

  @AfterEach
  void stop() {
    broker.close();
    receiver.stop(0);
    answering.shutdownNow();
  }

  /** Takes a while to answer, so that many kills fall between the post and its outcome. */
  private void receive(HttpExchange call) throws IOException {
    JsonNode alert = new ObjectMapper().readTree(call.getRequestBody().readAllBytes());
    ids.computeIfAbsent(alert.path("brand").asText(), brand -> new CopyOnWriteArrayList<>())
        .add(new Post(call.getRequestHeaders().getFirst("webhook-id"), process));
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS));
    call.sendResponseHeaders(204, -1);
    call.close();
  }

  private Path opened(int number) {
    return folder.resolve("opened-" + number);
  }

  private Process child(String brand) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AlertingChild.class.getName(),
            broker.bootstrap(),
            "127.0.0.1:" + receiver.getAddress().getPort(),
            brand,
            opened(process).toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("child.log").toFile())
        .start();
  }

  private List<Incident> kept() {
    return KafkaIncidentStore.read(KafkaSettings.at(broker.bootstrap()));
  }

  @Test
  void nothingIsLostAndNothingIsToldUnderTwoIds() throws Exception {
    Random random = new Random(6);
    Set<Integer> shortLived = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      String brand = "m" + kill;
      process = kill;
      Process child = child(brand);
      try {
        Await.until("told for the first time", () -> ids.containsKey(brand) || !child.isAlive());
        // Before the answer, while it is written down, or after.
        var unused = child.waitFor(random.nextLong(ANSWER_MILLIS * 2), TimeUnit.MILLISECONDS);
      } finally {
        child.destroyForcibly().waitFor();
      }
      Instant begun = Files.getLastModifiedTime(opened(kill)).toInstant();
      if (begun.plus(Desk.DOUBT).isAfter(Clock.systemUTC().instant())) {
        shortLived.add(kill);
      }
    }
    process = KILLS;
    Process last = child("-");
    try {
      Await.until("all is told", () -> kept().stream().allMatch(KilledCourierTest::told));
    } finally {
      last.destroyForcibly().waitFor();
    }
    List<Incident> incidents = kept();
    assertThat(incidents).as("0 lost").hasSize(KILLS);
    for (Incident incident : incidents) {
      List<Post> posts = ids.getOrDefault(incident.brand(), List.of());
      assertThat(posts.stream().map(Post::id).collect(Collectors.toSet()))
          .as("one id: " + incident.brand())
          .hasSize(1);
      assertThat(posts.stream().map(Post::process).toList())
          .as("a crash repeats a message once at most: " + incident.brand())
          .doesNotHaveDuplicates();
      assertThat(posts.stream().skip(1).map(Post::process).toList())
          .as("who dies at once repeats nothing: " + incident.brand())
          .doesNotContainAnyElementsOf(shortLived);
      if (shortLived.size() == KILLS) {
        assertThat(posts).as("one repeat at most: " + incident.brand()).hasSizeLessThanOrEqualTo(2);
      }
    }
  }

  private static boolean told(Incident incident) {
    return incident.outbox().stream().noneMatch(Dispatch::waiting);
  }
}
