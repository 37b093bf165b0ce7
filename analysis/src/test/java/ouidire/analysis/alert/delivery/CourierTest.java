package ouidire.analysis.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static ouidire.analysis.alert.life.Said.BRAND;
import static ouidire.analysis.alert.life.Said.NOON;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.MemoryIncidentStore;
import ouidire.analysis.alert.life.MovableTime;
import ouidire.analysis.alert.life.Said;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Incident;
import ouidire.core.alert.SignedLinks.Link;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;
import ouidire.core.waiting.Await;

class CourierTest {
  private static final AlertRule RULE = Said.rule("crise", "crisis");
  private static final byte[] SECRET = new byte[32];

  private final Receiver receiver = new Receiver();
  private final MovableTime clock = new MovableTime(NOON);
  private final MemoryIncidentStore store = new MemoryIncidentStore();
  private final AckLinks links =
      new AckLinks(SECRET, () -> Optional.of(URI.create("https://ouidire.example")));
  private final AlertPolicy policy =
      Said.policy(RULE)
          .withChannels(
              List.of(
                  Said.channel(
                      "crochet",
                      Channel.Kind.WEBHOOK,
                      "url",
                      receiver.url("/hook"),
                      "!secret",
                      "tenu-secret"),
                  Said.channel("page", Channel.Kind.PAGE)));
  private Desk desk = new Desk(() -> policy, store, clock);
  private Courier courier = courier();

  private Courier courier() {
    AddressGuard guard = new AddressGuard(List.of(receiver.host()), HostResolver.system());
    MessageText texts =
        new MessageText(
            id -> Optional.empty(), id -> Optional.empty(), links, ZoneId.of("America/Toronto"));
    Courier made =
        new Courier(
            desk,
            () -> policy,
            new Channels(guard, new Poster(guard, clock)),
            texts,
            clock,
            new Random(1));
    made.start();
    return made;
  }

  @AfterEach
  void close() {
    courier.close();
    receiver.close();
  }

  private void storm(boolean drill) {
    desk.hear(BRAND, List.of(Said.holds(RULE, NOON, Severity.CRISIS, 40)), NOON, drill);
  }

  private Incident only() {
    return desk.all(2).getFirst();
  }

  private static boolean done(Incident incident) {
    return incident.outbox().stream().noneMatch(Dispatch::waiting);
  }

  @Test
  void refusedForNowThenTakenItIsOneIncidentUnderOneId() {
    AtomicInteger asked = new AtomicInteger();
    receiver.answering(() -> asked.incrementAndGet() <= 2 ? 429 : 202).asking("30");
    storm(false);
    for (int tries = 1; tries <= 2; tries++) {
      int so = tries;
      Await.until(
          "try " + tries,
          () -> only().outbox().stream().anyMatch(dispatch -> dispatch.tries() == so));
      clock.pass(Duration.ofSeconds(29));
      assertThat(receiver.posts).as("not before it is asked to").hasSize(tries);
      clock.pass(Duration.ofSeconds(1));
    }
    Await.until("delivered", () -> done(only()));
    assertThat(receiver.posts).hasSize(3);
    assertThat(receiver.posts)
        .extracting(post -> post.headers().getFirst("webhook-id"))
        .containsOnly(receiver.posts.getFirst().headers().getFirst("webhook-id"));
    assertThat(desk.all(10)).hasSize(1);
  }

  @Test
  void whatWasNotSentBeforeTheEndIsSentAfterTheStart() {
    receiver.answering(() -> 503);
    storm(false);
    Await.until("tried", () -> only().outbox().getFirst().tries() == 1);
    courier.close();
    receiver.answering(() -> 200);
    clock.pass(Duration.ofMinutes(20));
    desk = new Desk(() -> policy, store, clock);
    courier = courier();
    Await.until("delivered", () -> done(only()));
    assertThat(receiver.posts).hasSize(2);
  }

  @Test
  void anExerciseLeavesTheHouseOnlyByTheChannelsNamed() {
    storm(true);
    Await.until("decided", () -> done(only()));
    assertThat(receiver.posts).isEmpty();
    assertThat(only().outbox())
        .extracting(Dispatch::state)
        .containsExactlyInAnyOrder(Dispatch.State.DROPPED, Dispatch.State.DELIVERED);
    desk.endDrills("Claire");
    clock.pass(Duration.ofHours(1));
    courier.allowDrillsOn(Set.of("crochet"));
    desk.hear(
        BRAND,
        List.of(Said.holds(RULE, clock.instant(), Severity.CRISIS, 40)),
        clock.instant(),
        true);
    Await.until("sent", () -> receiver.posts.size() == 1);
    assertThat(receiver.posts.getFirst().text()).contains("EXERCICE").contains("\"exercise\":true");
  }

  /** The channels named for an exercise are forgotten by a restart; whoever was told is told. */
  @Test
  void aChannelThatHeardOfAnExerciseHearsOfItsEndAlsoAfterARestart() {
    courier.allowDrillsOn(Set.of("crochet"));
    storm(true);
    Await.until("sent", () -> receiver.posts.size() == 1 && done(only()));
    courier.close();
    desk = new Desk(() -> policy, store, clock);
    courier = courier();
    desk.endDrills("Claire");
    Await.until("told its end", () -> receiver.posts.size() == 2);
    assertThat(receiver.posts.getLast().text()).contains("EXERCICE").contains("\"resolve\"");
  }

  @Test
  void aChannelThatIsGoneForGoodIsToldOfOnAnother() {
    receiver.answering(() -> 410);
    storm(false);
    Await.until(
        "told elsewhere",
        () ->
            only().outbox().stream()
                .anyMatch(
                    each ->
                        each.action() == Dispatch.Action.CHANNEL_DEAD
                            && each.state() == Dispatch.State.DELIVERED));
    assertThat(receiver.posts).hasSize(1);
  }

  @Test
  void theLinkInTheMessageNamesIncidentAndRecipientAndCannotBeForged() throws Exception {
    storm(false);
    Await.until("sent", () -> receiver.posts.size() == 1);
    String url =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree(receiver.posts.getFirst().body())
            .path("acknowledgeUrl")
            .asText();
    String token = url.substring(url.lastIndexOf('/') + 1);
    assertThat(links.read(token, clock.instant())).hasValue(new Link(only().id(), "all"));
    assertThat(links.read(token, clock.instant().plus(Duration.ofDays(3)))).isEmpty();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String forged = token.substring(0, i) + other + token.substring(i + 1);
      Optional<Link> read = links.read(forged, clock.instant());
      assertThat(read.filter(link -> !link.equals(new Link(only().id(), "all")))).isEmpty();
    }
    assertThat(links.read("", clock.instant())).isEmpty();
    assertThat(links.read("a.b.c", clock.instant())).isEmpty();
    assertThat(
            new AckLinks(
                    "autre secret de trente-deux octets"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Optional::empty)
                .read(token, clock.instant()))
        .isEmpty();
  }
}
