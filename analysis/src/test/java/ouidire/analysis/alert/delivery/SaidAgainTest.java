package ouidire.analysis.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.IncidentStore;
import ouidire.analysis.alert.life.MemoryIncidentStore;
import ouidire.analysis.alert.life.MovableTime;
import ouidire.analysis.alert.life.Said;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Incident;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.core.waiting.Await;

/** Alertmanager is told again of what goes on, by the process whose incidents they are. */
class SaidAgainTest {
  private static final AlertRule RULE = Said.rule("orage", "crisis");

  private final Receiver receiver = new Receiver();
  private final MovableTime clock = new MovableTime(Said.NOON);
  private final Taken store = new Taken();
  private final AlertPolicy policy =
      Said.policy(RULE)
          .withChannels(
              List.of(Said.channel("am", Channel.Kind.ALERTMANAGER, "url", receiver.url(""))));
  private final Desk desk = new Desk(() -> policy, store, clock);
  private final Courier courier = courier();

  /** Can be taken over by another process. */
  private static final class Taken implements IncidentStore {
    private final MemoryIncidentStore kept = new MemoryIncidentStore();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean over;

    @Override
    public void save(Collection<Incident> incidents) {
      if (over) {
        refused.incrementAndGet();
        throw new TakenOverException("all", new IllegalStateException("fenced"));
      }
      kept.save(incidents);
    }

    @Override
    public List<Incident> read() {
      return kept.read();
    }
  }

  private Courier courier() {
    AddressGuard guard = new AddressGuard(List.of(receiver.host()), HostResolver.system());
    AckLinks links =
        new AckLinks("un secret de trente-deux octets ".getBytes(UTF_8), Optional::empty);
    MessageText texts =
        new MessageText(
            id -> Optional.empty(), id -> Optional.empty(), links, ZoneId.of("America/Toronto"));
    Channels channels = new Channels(guard, new Poster(guard, clock));
    return new Courier(desk, () -> policy, channels, texts, clock, new Random(1));
  }

  @BeforeEach
  void page() {
    courier.start();
    desk.hear(
        Said.BRAND,
        List.of(Said.holds(RULE, clock.instant(), Severity.CRISIS, 40)),
        clock.instant(),
        false);
    Await.until("told, and noted", () -> receiver.posts.size() == 1 && nothingWaits());
  }

  private boolean nothingWaits() {
    return desk.all(1).getFirst().outbox().stream().noneMatch(each -> each.waiting());
  }

  @AfterEach
  void close() {
    courier.close();
    receiver.close();
  }

  /**
   * The first round after the delivery only begins to count; how far the clock goes is no matter.
   */
  private void timePasses() {
    clock.pass(Duration.ofMinutes(2));
  }

  @Test
  void whatGoesOnIsSaidAgain() {
    Await.until(
        "said again",
        () -> {
          timePasses();
          return receiver.posts.size() >= 2;
        });
    assertThat(receiver.posts.getLast().text()).contains("\"startsAt\"");
  }

  @Test
  void aProcessThatWasTakenOverSaysNothingAgain() {
    store.over = true;
    Await.until(
        "it tried",
        () -> {
          timePasses();
          return store.refused.get() >= 2;
        });
    assertThat(receiver.posts).hasSize(1);
  }
}
