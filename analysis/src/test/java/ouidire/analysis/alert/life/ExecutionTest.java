package ouidire.analysis.alert.life;

import static org.assertj.core.api.Assertions.assertThat;
import static ouidire.analysis.alert.life.Said.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Decided;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Drills;
import ouidire.core.alert.Incident;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.settings.InMemorySettingsStore;

/** Exercises that another process asked for: each begins once, whatever is started anew. */
class ExecutionTest {
  private final MovableTime clock = new MovableTime(NOON);
  private final InMemorySettingsStore settings = new InMemorySettingsStore(clock);
  private final DrillTwin drills = new DrillTwin();

  /** Counts what is asked of it. */
  private static final class DrillTwin implements Drills {
    final List<String> asked = new ArrayList<>();
    boolean busy;
    Runnable meanwhile = () -> {};

    @Override
    public void begin(
        String brand, String scenario, double speed, Set<String> channels, String by) {
      if (busy) {
        throw new IllegalStateException("an exercise is under way; end it first");
      }
      asked.add("begin " + scenario);
      meanwhile.run();
    }

    @Override
    public void end(String by) {
      asked.add("end");
    }

    @Override
    public Optional<Incident> underWay() {
      return Optional.empty();
    }

    @Override
    public Optional<Progress> progress() {
      return Optional.empty();
    }

    @Override
    public List<String> scenarios() {
      return List.of("produit");
    }

    @Override
    public Optional<AnalysedMention> mention(String id) {
      return Optional.empty();
    }
  }

  /** A process that starts: it reads every decision again. */
  private Execution started() {
    Desk desk = new Desk(() -> AlertPolicy.DEFAULT, new MemoryIncidentStore(), clock);
    return new Execution(desk, drills, new DrillLedger(settings), clock);
  }

  private static Decision begin(String id, Instant at) {
    return new Decision(id, at, "Ana", new Decision.BeginDrill("b", "produit", 10, Set.of()));
  }

  private static Decision end(String id, Instant at) {
    return new Decision(id, at, "Ana", new Decision.EndDrill());
  }

  @Test
  void aRestartBeginsNoExerciseAgainNorEndsTheNextOne() {
    Decision begun = begin("1", NOON);
    assertThat(started().dealtWith(begun)).isTrue();
    assertThat(started().dealtWith(begun)).isTrue();
    assertThat(drills.asked).containsExactly("begin produit");
    Decision ended = end("2", NOON);
    started().dealtWith(ended);
    Execution next = started();
    next.dealtWith(begun);
    next.dealtWith(ended);
    next.dealtWith(begin("3", NOON));
    next.dealtWith(ended);
    assertThat(drills.asked).containsExactly("begin produit", "end", "begin produit");
  }

  @Test
  void whatWasAskedForTooLongAgoIsPassedOver() {
    clock.pass(Duration.ofSeconds(31));
    assertThat(started().dealtWith(begin("1", NOON))).isTrue();
    assertThat(drills.asked).isEmpty();
    assertThat(new DrillLedger(settings).find("1")).as("nobody took it").isEmpty();
  }

  @Test
  void whoAskedLearnsThatItWasRefused() {
    drills.busy = true;
    started().dealtWith(begin("1", NOON));
    assertThat(new DrillLedger(settings).find("1").map(Decided::refused))
        .hasValueSatisfying(why -> assertThat(why).contains("under way"));
  }

  /** Taken is not done: whoever waits would hear of a success before there is one. */
  @Test
  void whoAskedHearsNothingBeforeItIsDone() {
    DrillLedger ledger = new DrillLedger(settings);
    List<Optional<Decided>> meanwhile = new ArrayList<>();
    drills.meanwhile =
        () -> {
          meanwhile.add(ledger.find("1"));
          assertThat(ledger.take("1")).as("nobody else takes it").isFalse();
        };
    started().dealtWith(begin("1", NOON));
    assertThat(meanwhile).containsExactly(Optional.empty());
    assertThat(ledger.find("1")).contains(new Decided("1", null));
  }

  /** A process that ended in between: what came of it is not known, and it is not done again. */
  @Test
  void whatWasTakenAndNeverDoneIsAnsweredByNobody() {
    assertThat(new DrillLedger(settings).take("1")).isTrue();
    assertThat(started().dealtWith(begin("1", NOON))).isTrue();
    assertThat(drills.asked).isEmpty();
    assertThat(new DrillLedger(settings).find("1")).isEmpty();
  }

  @Test
  void anOutcomeThatCouldNotBeKeptIsKeptLaterWithoutDoingItAgain() {
    Execution execution = started();
    drills.meanwhile = () -> settings.refuse(1);
    assertThat(execution.dealtWith(begin("1", NOON))).as("to be given again").isFalse();
    clock.pass(Duration.ofSeconds(31));
    assertThat(execution.dealtWith(begin("1", NOON))).isTrue();
    assertThat(drills.asked).containsExactly("begin produit");
    assertThat(new DrillLedger(settings).find("1")).contains(new Decided("1", null));
  }

  @Test
  void theChannelsNamedForAnExerciseAreKnownAfterARestart() {
    assertThat(new DrillLedger(settings).channels()).isEmpty();
    new DrillLedger(settings).name(Set.of("salon", "juristes"));
    assertThat(new DrillLedger(settings).channels()).containsExactly("juristes", "salon");
    new DrillLedger(settings).name(Set.of());
    assertThat(new DrillLedger(settings).channels()).isEmpty();
  }

  @Test
  void theLedgerForgetsTheOldest() {
    DrillLedger ledger = new DrillLedger(settings);
    for (int i = 0; i < 25; i++) {
      assertThat(ledger.take("d" + i)).isTrue();
      ledger.settle(new Decided("d" + i, null));
    }
    assertThat(ledger.find("d24")).isPresent();
    assertThat(ledger.find("d5")).isPresent();
    assertThat(ledger.find("d4")).isEmpty();
    assertThat(settings.history(DrillLedger.KIND, "last"))
        .as("no person wrote it: one change alone is remembered")
        .hasSize(1);
  }
}
