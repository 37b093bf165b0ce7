package ouidire.analysis.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static ouidire.analysis.alert.life.Said.NOON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.MemoryIncidentStore;
import ouidire.analysis.alert.life.MovableTime;
import ouidire.analysis.alert.life.Said;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Channel;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.Dispatch.Action;
import ouidire.core.alert.Incident;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;

/** What each channel says on the wire, and what each answer means. */
class ChannelsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "gardez-le-pour-vous";
  private static final AlertRule RULE = Said.rule("crise", "crisis");

  private final Receiver receiver = new Receiver();
  private final Channels channels = channels(receiver.host());

  private static Channels channels(String... allowed) {
    AddressGuard guard = new AddressGuard(List.of(allowed), HostResolver.system());
    return new Channels(guard, new Poster(guard, InstantSource.fixed(NOON)));
  }

  @AfterEach
  void close() {
    channels.close();
    receiver.close();
  }

  private static Incident incident(Severity severity) {
    Desk desk = new Desk(() -> Said.policy(RULE), new MemoryIncidentStore(), new MovableTime(NOON));
    desk.hear(Said.BRAND, List.of(Said.holds(RULE, NOON, severity, 40)), NOON, false);
    return desk.all(1).getFirst();
  }

  static Message message(Action action) {
    Incident incident = incident(Severity.CRISIS);
    return new Message(
        incident.id() + ":1",
        incident,
        action,
        "[CRISE] Tournelune : 40 <mentions> & @channel *hop*",
        List.of("Depuis 7 h 00 (3 min)", "• @ana (Fil) : « <!channel> [clic](http://x.example) »"),
        URI.create("https://ouidire.example/incidents/" + incident.id()),
        action == Action.TRIGGER ? URI.create("https://ouidire.example/acknowledge/t.s") : null,
        NOON,
        Locale.FRENCH,
        "default",
        "Détection de crise",
        "Tournelune");
  }

  /** Every kind that speaks HTTP, its secret part of what it posts to or with. */
  private List<Channel> overHttp() {
    String url = receiver.url("/" + SECRET);
    return List.of(
        Said.channel(
            "pd",
            Channel.Kind.PAGERDUTY,
            "url",
            receiver.url("/v2/enqueue"),
            "!routingKey",
            SECRET),
        Said.channel("am", Channel.Kind.ALERTMANAGER, "url", receiver.url(""), "!token", SECRET),
        Said.channel(
            "amw",
            Channel.Kind.ALERTMANAGER_WEBHOOK,
            "url",
            receiver.url("/hook"),
            "!token",
            SECRET),
        Said.channel("wh", Channel.Kind.WEBHOOK, "url", receiver.url("/hook"), "!secret", SECRET),
        Said.channel("sl", Channel.Kind.SLACK, "!url", url),
        Said.channel("mm", Channel.Kind.MATTERMOST, "!url", url),
        Said.channel("te", Channel.Kind.TEAMS, "!url", url));
  }

  private Delivery deliver(Channel channel, Action action) {
    return channels.of(channel).deliver(message(action));
  }

  private JsonNode posted() throws Exception {
    return JSON.readTree(receiver.posts.getLast().body());
  }

  @Test
  void everyStatusHasADecidedOutcomeOnEveryChannelAndNoneTellsASecret() {
    int[] some =
        IntStream.rangeClosed(200, 599).filter(c -> c % 100 < 32 || c % 50 == 49).toArray();
    for (Channel channel : overHttp()) {
      for (int code : some) {
        receiver.answering(() -> code);
        Delivery delivery = deliver(channel, Action.TRIGGER);
        Class<?> expected =
            code < 300
                ? Delivery.Delivered.class
                : code == 408 || code == 425 || code == 429 || code >= 500
                    ? Delivery.Retry.class
                    : Delivery.GiveUp.class;
        assertThat(delivery).as("%s %d", channel.kind(), code).isInstanceOf(expected);
        assertThat(delivery.toString()).doesNotContain(SECRET).doesNotContain(receiver.host());
      }
      assertThat(channel.toString()).doesNotContain(SECRET);
    }
  }

  @Test
  void whoAsksToWaitIsHeardInSecondsAndAsADate() {
    receiver.answering(() -> 429);
    Channel webhook = overHttp().get(3);
    receiver.asking("120");
    assertThat(deliver(webhook, Action.TRIGGER)).isEqualTo(new Delivery.Retry(status(429), 120));
    receiver.asking("Mon, 02 Mar 2026 12:05:00 GMT");
    assertThat(deliver(webhook, Action.TRIGGER)).isEqualTo(new Delivery.Retry(status(429), 300));
    receiver.asking("bientôt");
    assertThat(deliver(webhook, Action.TRIGGER)).isEqualTo(new Delivery.Retry(status(429), 0));
  }

  @Test
  void aPrivateAddressIsRefusedOnEveryChannelUnlessAllowed() {
    try (Channels strict = channels()) {
      for (Channel channel : overHttp()) {
        assertThat(strict.of(channel).deliver(message(Action.TRIGGER)))
            .as(channel.kind().toString())
            .isInstanceOfSatisfying(
                Delivery.GiveUp.class,
                given -> assertThat(given.why().words().french()).contains("fetch.allowPrivate"));
      }
    }
    assertThat(receiver.posts).isEmpty();
  }

  private static DeliveryFault status(int code) {
    return new DeliveryFault(DeliveryFault.Kind.STATUS, Integer.toString(code));
  }

  @Test
  void aDeadServerIsWorthARetry() {
    List<Channel> all = overHttp();
    receiver.close();
    for (Channel channel : all) {
      assertThat(deliver(channel, Action.TRIGGER)).isInstanceOf(Delivery.Retry.class);
    }
  }

  @Test
  void pagerDutyOpensTakesAndEndsOneAlertByItsKey() throws Exception {
    Channel channel = overHttp().getFirst();
    deliver(channel, Action.TRIGGER);
    JsonNode event = posted();
    assertThat(receiver.posts.getLast().path()).isEqualTo("/v2/enqueue");
    assertThat(event.path("event_action").asText()).isEqualTo("trigger");
    assertThat(event.path("routing_key").asText()).isEqualTo(SECRET);
    assertThat(event.at("/payload/severity").asText()).isEqualTo("critical");
    assertThat(event.at("/payload/summary").asText()).startsWith("[CRISE] Tournelune");
    assertThat(event.at("/payload/source").asText()).isNotEmpty();
    assertThat(event.at("/links/0/href").asText()).startsWith("https://");
    String key = event.path("dedup_key").asText();
    assertThat(key).startsWith("ouidire:default:crise:tournelune:").hasSizeLessThanOrEqualTo(255);
    deliver(channel, Action.ACKNOWLEDGE);
    assertThat(posted().path("event_action").asText()).isEqualTo("acknowledge");
    assertThat(posted().path("dedup_key").asText()).isEqualTo(key);
    deliver(channel, Action.RESOLVE);
    assertThat(posted().path("event_action").asText()).isEqualTo("resolve");
    assertThat(posted().path("dedup_key").asText()).isEqualTo(key);
    assertThat(posted().has("payload")).isFalse();
  }

  @Test
  void alertmanagerHasLabelsWithoutCountsAndAnEnd() throws Exception {
    Channel channel = overHttp().get(1);
    deliver(channel, Action.TRIGGER);
    assertThat(receiver.posts.getLast().path()).isEqualTo("/api/v2/alerts");
    assertThat(receiver.posts.getLast().headers().getFirst("Authorization"))
        .isEqualTo("Bearer " + SECRET);
    JsonNode alert = posted().path(0);
    Map<String, Object> labels = JSON.convertValue(alert.path("labels"), Map.class);
    assertThat(labels.keySet())
        .containsExactlyInAnyOrder(
            "alertname", "brand", "severity", "source", "rule_id", "workspace");
    assertThat(labels.toString()).doesNotContain("40");
    assertThat(alert.at("/annotations/summary").asText()).contains("40");
    assertThat(alert.path("endsAt").asText()).isEqualTo(NOON.plusSeconds(240).toString());
    deliver(channel, Action.RESOLVE);
    assertThat(posted().path(0).path("endsAt").asText()).isEqualTo(NOON.toString());
  }

  @Test
  void receiversOfAlertmanagerReadOurWebhook() throws Exception {
    deliver(overHttp().get(2), Action.TRIGGER);
    JsonNode body = posted();
    assertThat(body.path("version").asText()).isEqualTo("4");
    assertThat(body.path("status").asText()).isEqualTo("firing");
    assertThat(body.path("groupKey").asText()).startsWith("ouidire:");
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "version",
            "groupKey",
            "truncatedAlerts",
            "status",
            "receiver",
            "groupLabels",
            "commonLabels",
            "commonAnnotations",
            "externalURL",
            "notification_reason",
            "alerts");
    JsonNode alert = body.at("/alerts/0");
    assertThat(alert.path("fingerprint").asText()).matches("[0-9a-f]{16}");
    assertThat(alert.path("endsAt").asText()).isEqualTo("0001-01-01T00:00:00Z");
    assertThat(alert.path("labels")).isEqualTo(body.path("commonLabels"));
  }

  @Test
  void aWebhookIsSignedAndWithTwoSecretsBothReceiversAreServed() throws Exception {
    Channel channel =
        Said.channel(
            "wh",
            Channel.Kind.WEBHOOK,
            "url",
            receiver.url("/hook"),
            "!secret",
            SECRET + ", whsec_" + Base64.getEncoder().encodeToString("neuf".getBytes(UTF_8)));
    deliver(channel, Action.TRIGGER);
    Receiver.Post post = receiver.posts.getLast();
    String id = post.headers().getFirst("webhook-id");
    String time = post.headers().getFirst("webhook-timestamp");
    assertThat(time).isEqualTo(Long.toString(NOON.getEpochSecond()));
    assertThat(post.headers().getFirst("webhook-signature").split(" "))
        .containsExactly(signature(SECRET, id, time, post), signature("neuf", id, time, post));
    JsonNode body = posted();
    assertThat(body.path("severity").asText()).isEqualTo("crisis");
    assertThat(body.path("state").asText()).isEqualTo("firing");
    assertThat(body.path("acknowledgeUrl").asText()).contains("/acknowledge/");
    deliver(channel, Action.TRIGGER);
    assertThat(receiver.posts.getLast().headers().getFirst("webhook-id")).isEqualTo(id);
  }

  private static String signature(String secret, String id, String time, Receiver.Post post)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    mac.update((id + "." + time + ".").getBytes(UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(post.body()));
  }

  @Test
  void whatAMentionSaysCallsNobodyAndLinksNowhere() throws Exception {
    deliver(overHttp().get(4), Action.TRIGGER);
    assertThat(receiver.posts.getLast().text())
        .doesNotContain("<!channel>")
        .contains("&lt;!channel");
    assertThat(posted().at("/blocks/2/text/text").asText())
        .contains("<https://ouidire.example/acknowledge/t.s|Accuser réception>");
    deliver(overHttp().get(5), Action.TRIGGER);
    String text = posted().at("/attachments/0/text").asText();
    assertThat(text).doesNotContain("@ana").doesNotContain("[clic](http");
    assertThat(posted().at("/priority/priority").asText()).isEqualTo("urgent");
    deliver(overHttp().get(6), Action.TRIGGER);
    JsonNode card = posted().at("/attachments/0/content");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.path("body").toString()).doesNotContain("[clic](http");
    assertThat(card.at("/actions/0/type").asText()).isEqualTo("Action.OpenUrl");
    assertThat(receiver.posts.getLast().body()).hasSizeLessThan(28 * 1024);
  }
}
