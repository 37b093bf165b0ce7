package ouidire.analysis.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static ouidire.analysis.alert.life.Said.NOON;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.life.Desk;
import ouidire.analysis.alert.life.MemoryIncidentStore;
import ouidire.analysis.alert.life.MovableTime;
import ouidire.analysis.alert.life.Said;
import ouidire.analysis.alert.life.Sent;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Channel;
import ouidire.core.net.AddressGuard;
import ouidire.core.net.HostResolver;

class EmailTest {
  private static final String PASSWORD = "ne-le-dites-pas";
  private static final AlertRule RULE = Said.rule("crise", "crisis");

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  private Channel channel(String user) {
    return Said.channel(
        "courriel",
        Channel.Kind.EMAIL,
        "host",
        "127.0.0.1",
        "port",
        Integer.toString(mail.getSmtp().getPort()),
        "tls",
        "none",
        "from",
        "Ouïdire <alertes@ouidire.example>",
        "to",
        "garde@nordika.example",
        "user",
        user,
        "!password",
        PASSWORD);
  }

  private static Channels channels(List<String> allowed) {
    AddressGuard guard = new AddressGuard(allowed, HostResolver.system());
    return new Channels(guard, new Poster(guard, InstantSource.fixed(NOON)));
  }

  private Channels channels() {
    return channels(List.of("127.0.0.1:" + mail.getSmtp().getPort()));
  }

  /** Plays a whole incident and sends every message it owes. */
  private List<Delivery> play(Channel channel, Channels channels) {
    AlertPolicy policy = Said.policy(RULE).withChannels(List.of(channel));
    Desk desk = new Desk(() -> policy, new MemoryIncidentStore(), new MovableTime(NOON));
    desk.hear(Said.BRAND, List.of(Said.holds(RULE, NOON, Severity.CRISIS, 40)), NOON, false);
    String id = desk.all(1).getFirst().id();
    desk.acknowledge(id, "Claire", null);
    desk.resolve(id, "Claire", "handled", "");
    List<Delivery> all = new ArrayList<>();
    for (List<Desk.Owed> owed = desk.owed(NOON); !owed.isEmpty(); owed = desk.owed(NOON)) {
      Desk.Owed one = owed.getFirst();
      all.add(
          channels
              .of(channel)
              .deliver(
                  new Message(
                      one.dispatch().id(),
                      one.incident(),
                      one.dispatch().action(),
                      "[CRISE] Érabelle : 40 mentions",
                      List.of("Depuis 7 h 00"),
                      null,
                      null,
                      NOON,
                      Locale.FRENCH,
                      "default",
                      "Détection de crise",
                      "Érabelle")));
      desk.sent(Map.of(one, new Sent.Delivered()));
    }
    return all;
  }

  @Test
  void anIncidentIsOneThreadInPlainText() throws Exception {
    mail.setUser("garde@nordika.example", "garde", PASSWORD);
    try (Channels channels = channels()) {
      assertThat(play(channel("garde"), channels))
          .containsOnly(new Delivery.Delivered())
          .hasSize(3);
    }
    MimeMessage[] got = mail.getReceivedMessages();
    assertThat(got).hasSize(3);
    String root = got[0].getMessageID();
    assertThat(got[0].getSubject()).isEqualTo("[P1][Érabelle] Détection de crise");
    assertThat(got[0].getContentType()).startsWith("text/plain");
    assertThat(got[0].getContent().toString()).contains("40 mentions");
    assertThat(got[1].getSubject()).isEqualTo("Re: " + got[0].getSubject());
    assertThat(got[1].getHeader("References")).containsExactly(root);
    assertThat(got[2].getHeader("In-Reply-To")).containsExactly(root);
    assertThat(List.of(root, got[1].getMessageID(), got[2].getMessageID())).doesNotHaveDuplicates();
  }

  @Test
  void aWrongPasswordIsGivenUpWithoutBeingTold() {
    mail.setUser("garde@nordika.example", "garde", "un autre");
    mail.getManagers().getUserManager().setAuthRequired(true);
    try (Channels channels = channels()) {
      List<Delivery> all = play(channel("garde"), channels);
      assertThat(all.getFirst()).isInstanceOf(Delivery.GiveUp.class);
      assertThat(all.toString()).doesNotContain(PASSWORD);
    }
  }

  @Test
  void aServerThatIsNotThereIsTriedAgainAndAPrivateOneRefused() {
    try (Channels strict = channels(List.of())) {
      assertThat(play(channel("garde"), strict).getFirst()).isInstanceOf(Delivery.GiveUp.class);
    }
    try (Channels channels = channels()) {
      Channel channel = channel("garde");
      mail.stop();
      assertThat(play(channel, channels).getFirst()).isInstanceOf(Delivery.Retry.class);
    }
  }
}
