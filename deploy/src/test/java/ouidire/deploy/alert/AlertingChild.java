package ouidire.deploy.alert;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import ouidire.analysis.alert.delivery.AckLinks;
import ouidire.analysis.alert.delivery.Channels;
import ouidire.analysis.alert.delivery.Courier;
import ouidire.analysis.alert.delivery.MessageText;
import ouidire.analysis.alert.delivery.Poster;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.KafkaIncidentStore;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Reason;
import ouidire.core.alert.Signal;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.core.stream.KafkaSettings;

/**
 * A process that alerts, there to be killed: incidents in Kafka, one webhook. It raises what its
 * arguments say and sends what is owed, until somebody ends it.
 */
final class AlertingChild {
  private AlertingChild() {}

  /**
   * Arguments: Kafka, the webhook's host and port, brand of a new incident or {@code -}, a file to
   * make once incidents are read.
   */
  public static void main(String[] arguments) throws Exception {
    Clock clock = Clock.systemUTC();
    String host = arguments[1];
    AlertPolicy policy =
        AlertPolicy.DEFAULT.withChannels(
            List.of(
                new Channel(
                    "crochet",
                    Channel.Kind.WEBHOOK,
                    "crochet",
                    Severity.WATCH,
                    true,
                    Map.of("url", "http://" + host + "/"),
                    Map.of())));
    AddressGuard guard = new AddressGuard(List.of(host), HostResolver.system());
    KafkaIncidentStore store = KafkaIncidentStore.take(KafkaSettings.at(arguments[0]), () -> {});
    Desk desk = new Desk(() -> policy, store, clock);
    Files.createFile(Path.of(arguments[3]));
    MessageText texts =
        new MessageText(
            id -> Optional.empty(),
            id -> Optional.empty(),
            new AckLinks(new byte[32], () -> Optional.of(URI.create("https://a.example"))),
            ZoneOffset.UTC);
    Courier courier =
        new Courier(
            desk,
            () -> policy,
            new Channels(guard, new Poster(guard, clock)),
            texts,
            clock,
            new Random());
    courier.start();
    if (!arguments[2].equals("-")) {
      Instant now = clock.instant();
      desk.hear(arguments[2], List.of(storm(arguments[2], now)), now, false);
    }
    new CountDownLatch(1)
        .await(Duration.ofMinutes(10).toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
  }

  private static Judgement storm(String brand, Instant now) {
    Signal signal =
        new Signal(
            AlertRule.CRISIS.id(),
            "crisis",
            brand,
            null,
            now,
            Severity.CRISIS,
            "negative",
            40,
            1,
            8,
            Signal.Figures.NONE,
            new Reason("Quarante mentions.", "Forty mentions."),
            List.of(),
            List.of());
    return new Judgement(AlertRule.CRISIS, true, false, signal);
  }
}
