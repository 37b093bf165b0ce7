package ouidire.analysis.alert.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Incident;

/** What is decided together is kept in one go, and nobody sees it before. */
class LedgerTest {
  private static final AlertRule RULE = Said.rule("orage", "crisis");

  private final MovableTime clock = new MovableTime(Said.NOON);
  private final Disk disk = new Disk();
  private final Desk desk = new Desk(() -> Said.policy(RULE), disk, clock);
  private final List<String> told = new ArrayList<>();

  /** Counts what is kept, and can be full. */
  private static final class Disk implements IncidentStore {
    private final MemoryIncidentStore kept = new MemoryIncidentStore();
    private final List<Integer> writes = new ArrayList<>();
    private boolean full;

    @Override
    public void save(Collection<Incident> incidents) {
      if (full) {
        throw new NotKeptException("all", new IllegalStateException("full"));
      }
      writes.add(incidents.size());
      kept.save(incidents);
    }

    @Override
    public List<Incident> read() {
      return kept.read();
    }
  }

  private void storms(String brand) {
    Judgement said = Said.about(brand, Said.holds(RULE, clock.instant(), Severity.WARNING, 9));
    desk.hear(brand, List.of(said), clock.instant(), false);
  }

  private void threeBrandsStorm() {
    desk.together(
        () -> {
          storms("boreal");
          storms("nordika");
          storms("tournelune");
          assertThat(desk.all(10)).as("nobody sees what is not kept").isEmpty();
          assertThat(desk.openIncidents()).as("who decides does").hasSize(3);
        });
  }

  @Test
  void manyBrandsOfOneMomentAreKeptInOneGo() {
    desk.follow(incident -> told.add(incident.brand()));
    threeBrandsStorm();
    assertThat(disk.writes).containsExactly(3);
    assertThat(told).containsExactly("boreal", "nordika", "tournelune");
    assertThat(desk.all(10)).hasSize(3);
  }

  @Test
  void whatCannotBeKeptWasNeverDecidedAndIsDecidedAgain() {
    storms("boreal");
    Incident before = desk.all(1).getFirst();
    desk.follow(incident -> told.add(incident.brand()));
    disk.full = true;
    clock.pass(Duration.ofMinutes(6));
    assertThatThrownBy(
            () ->
                desk.together(
                    () -> {
                      storms("boreal");
                      storms("nordika");
                    }))
        .isInstanceOf(IncidentStore.NotKeptException.class);
    assertThat(told).isEmpty();
    assertThat(desk.openIncidents()).containsExactly(before);
    assertThat(desk.owed(clock.instant()))
        .extracting(owed -> owed.incident().id())
        .containsExactly(before.id());
    disk.full = false;
    desk.together(
        () -> {
          storms("boreal");
          storms("nordika");
        });
    assertThat(told).containsExactly("boreal", "nordika");
    assertThat(new Desk(() -> Said.policy(RULE), disk, clock).all(10)).hasSize(2);
  }

  @Test
  void workThatFailsHalfWayLeavesAllAsItWas() {
    assertThatThrownBy(
            () ->
                desk.together(
                    () -> {
                      storms("boreal");
                      throw new IllegalStateException("the next brand cannot be judged");
                    }))
        .hasMessage("the next brand cannot be judged");
    assertThat(desk.openIncidents()).isEmpty();
    assertThat(desk.all(10)).isEmpty();
    assertThat(disk.writes).isEmpty();
  }

  @Test
  void aFollowerThatFailsHidesNothingFromTheOthers() {
    desk.follow(
        incident -> {
          throw new IllegalStateException("it is closed");
        });
    desk.follow(incident -> told.add(incident.brand()));
    threeBrandsStorm();
    assertThat(told).containsExactly("boreal", "nordika", "tournelune");
    assertThat(desk.all(10)).hasSize(3);
  }
}
