package ouidire.analysis.alert.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ouidire.analysis.alert.life.Said.BRAND;
import static ouidire.analysis.alert.life.Said.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.UnansweredException;

/** Decisions made where nothing alerts; everything passes through its JSON form, as in Kafka. */
class DistantDeskTest {
  private static final AlertRule RULE = Said.rule("crise", "crisis");

  private final MovableTime clock = new MovableTime(NOON);
  private final AlertPolicy policy = Said.policy(RULE);
  private final List<byte[]> stream = new ArrayList<>();
  private final MemoryIncidentStore store = new MemoryIncidentStore();
  private boolean alerting = true;
  private Desk desk;
  private DistantDesk distant;

  @BeforeEach
  void open() {
    distant = new DistantDesk(this::send, clock, Duration.ofMillis(50));
    desk = desk();
    desk.hear(BRAND, List.of(Said.holds(RULE, NOON, Severity.CRISIS, 40)), NOON, false);
  }

  private Desk desk() {
    Desk opened = new Desk(() -> policy, store, clock);
    var unused = opened.follow(incident -> tell(incident));
    return opened;
  }

  private void tell(Incident incident) {
    distant.kept(incident.id(), IncidentJson.read(IncidentJson.write(incident)));
  }

  private void send(Decision decision) {
    stream.add(IncidentJson.write(decision));
    if (alerting) {
      assertThat(carryOut(stream.getLast())).isTrue();
    }
  }

  private boolean carryOut(byte[] record) {
    Decision decision = IncidentJson.readDecision(record);
    return desk.carryOut(decision.id(), decision.by(), (Decision.OnIncident) decision.act());
  }

  private String only() {
    assertThat(distant.all(10)).hasSize(1);
    return distant.all(10).getFirst().id();
  }

  private List<Entry.Kind> log() {
    return distant.find(only()).orElseThrow().log().stream().map(Entry::kind).toList();
  }

  @Test
  void everythingThatPeopleDecideArrivesAndIsAnswered() {
    assertThat(distant.acknowledge(only(), "Claire", Duration.ofMinutes(20)).state())
        .isEqualTo(Incident.State.ACKNOWLEDGED);
    assertThat(distant.note(only(), "Claire", "lu", true).log().getLast().kind())
        .isEqualTo(Entry.Kind.OBSERVED);
    assertThat(distant.silence(only(), "Claire", NOON.plusSeconds(600)).muted()).isTrue();
    assertThat(distant.unsilence(only(), "Claire").muted()).isFalse();
    distant.escalate(only(), "Claire");
    assertThat(distant.mark(only(), "Claire", true).useful()).isTrue();
    assertThat(distant.resolve(only(), "Claire", "handled", "fini").open()).isFalse();
    assertThat(log())
        .contains(
            Entry.Kind.ACKNOWLEDGED,
            Entry.Kind.OBSERVED,
            Entry.Kind.SILENCED,
            Entry.Kind.UNMUTED,
            Entry.Kind.ESCALATED,
            Entry.Kind.MARKED,
            Entry.Kind.RESOLVED);
    assertThat(distant.find(only()).orElseThrow().tamperedAt()).isEmpty();
  }

  @Test
  void whatCannotBeDoneIsRefusedInTheSameWords() {
    distant.resolve(only(), "Claire", "handled", "");
    assertThatThrownBy(() -> distant.acknowledge(only(), "Omar", null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is over");
    assertThatThrownBy(() -> distant.acknowledge("aucun", "Omar", null))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(stream).as("nothing is sent about what is not known").hasSize(2);
  }

  @Test
  void eachDecisionIsCarriedOutOnceHoweverOftenItIsRead() {
    distant.note(only(), "Claire", "une fois", false);
    List<Entry.Kind> once = log();
    stream.forEach(record -> assertThat(carryOut(record)).isFalse());
    desk = desk();
    stream.forEach(record -> assertThat(carryOut(record)).isFalse());
    assertThat(log()).isEqualTo(once);
  }

  /** Refused once is refused for good: a restart must not find it possible after all. */
  @Test
  void aRefusalIsRememberedToo() {
    distant.resolve(only(), "Claire", "handled", "");
    assertThatThrownBy(() -> distant.silence(only(), "Omar", NOON.plusSeconds(60)))
        .isInstanceOf(IllegalStateException.class);
    desk = desk();
    assertThat(carryOut(stream.getLast())).isFalse();
  }

  @Test
  void whileNothingAlertsADecisionWaitsAndTheCallerIsTold() {
    alerting = false;
    assertThatThrownBy(() -> distant.acknowledge(only(), "Claire", null))
        .isInstanceOf(UnansweredException.class)
        .hasMessageContaining("do not repeat it");
    desk = desk();
    assertThat(carryOut(stream.getLast())).isTrue();
    assertThat(distant.find(only()).orElseThrow().state()).isEqualTo(Incident.State.ACKNOWLEDGED);
  }

  /** This process takes the place over and carries its own decision out: nobody tells it of it. */
  @Test
  void whoeverWaitsIsAnsweredAlsoWhenTheirOwnProcessTakesOver() {
    Board board = new Board();
    DistantDesk elsewhere =
        new DistantDesk(
            decision -> {
              Desk here = new Desk(() -> policy, store, clock, board);
              assertThat(
                      here.carryOut(
                          decision.id(), decision.by(), (Decision.OnIncident) decision.act()))
                  .isTrue();
            },
            clock,
            Duration.ofMillis(50),
            board);
    store.read().forEach(incident -> elsewhere.kept(incident.id(), incident));
    assertThat(elsewhere.acknowledge(only(), "Claire", null).state())
        .isEqualTo(Incident.State.ACKNOWLEDGED);
    assertThatThrownBy(() -> elsewhere.task(only(), "absente", "Claire", true))
        .as("what cannot be done is refused there too")
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(UnansweredException.class);
  }
}
