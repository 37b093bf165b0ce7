package ouidire.analysis.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.Notifier.Delivery;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertJson;
import ouidire.core.alert.Reason;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;

class WebhookNotifierTest {
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
  private static final String SECRET = "gardez-le-pour-vous";
  private static final Alert ALERT =
      new Alert(
          "tournelune:2026-03-02T14:55",
          "tournelune",
          Alert.Severity.CRISIS,
          Alert.State.FIRING,
          NOW,
          null,
          "negative",
          40,
          1.5,
          8,
          new Reason("Tournelune : 40 mentions en 1 h", "Tournelune: 40 mentions in 1 h"),
          List.of("m1", "m2"));

  private record Received(String id, String timestamp, String signature, byte[] body) {}

  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private volatile int status = 200;
  private volatile String retryAfter = "";

  @BeforeEach
  void receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            headers.getFirst("webhook-signature"),
            exchange.getRequestBody().readAllBytes()));
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private Delivery deliver(boolean allowed) throws IOException {
    int port = server.getAddress().getPort();
    List<String> allow = allowed ? List.of("127.0.0.1:" + port) : List.of();
    try (WebhookNotifier notifier =
        new WebhookNotifier(
            URI.create("http://127.0.0.1:" + port + "/hook"),
            new AddressGuard(allow, HostResolver.system()),
            SECRET,
            InstantSource.fixed(NOW))) {
      return notifier.deliver(ALERT);
    }
  }

  @Test
  void theReceiverHasTheAlertSigned() throws Exception {
    assertThat(deliver(true)).isEqualTo(new Delivery.Delivered());
    Received got = received.getFirst();
    assertThat(AlertJson.read(got.body())).isEqualTo(ALERT);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    mac.update((got.id() + "." + got.timestamp() + ".").getBytes(UTF_8));
    assertThat(got.signature())
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(got.body())));
    assertThat(got.timestamp()).isEqualTo(Long.toString(NOW.getEpochSecond()));
  }

  @Test
  void theSameAlertHasTheSameIdHoweverOftenItIsSent() throws IOException {
    deliver(true);
    deliver(true);
    assertThat(received).extracting(Received::id).hasSize(2).containsOnly(received.getFirst().id());
  }

  @Test
  void everyStatusHasAnOutcomeAndNoneTellsTheSecret() throws IOException {
    for (int code :
        IntStream.rangeClosed(200, 599).filter(c -> c % 7 == 0 || c % 100 < 32).toArray()) {
      status = code;
      Delivery delivery = deliver(true);
      Class<?> expected =
          code < 300
              ? Delivery.Delivered.class
              : code == 408 || code == 425 || code == 429 || code >= 500
                  ? Delivery.Retry.class
                  : Delivery.GiveUp.class;
      assertThat(delivery).as("status %d", code).isInstanceOf(expected);
      assertThat(delivery.toString()).doesNotContain(SECRET);
    }
  }

  @Test
  void aChannelThatAsksToWaitIsHeard() throws IOException {
    status = 429;
    retryAfter = "120";
    assertThat(deliver(true)).isEqualTo(new Delivery.Retry("status 429", 120));
  }

  @Test
  void privateAddressesAreRefusedUnlessAllowed() throws IOException {
    assertThat(deliver(false)).isInstanceOf(Delivery.GiveUp.class);
    assertThat(received).isEmpty();
  }

  @Test
  void aDeadReceiverIsWorthARetry() throws IOException {
    server.stop(0);
    assertThat(deliver(true)).isInstanceOf(Delivery.Retry.class);
  }
}
