package ouidire.deploy.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.life.Board;
import ouidire.analysis.alert.life.IncidentStore;
import ouidire.analysis.alert.life.KafkaSeat;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Drills;
import ouidire.core.alert.Incident;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.stream.KafkaSettings;

/**
 * A process with the role {@code alert}: it alerts while it has the one place from which that is
 * done, and otherwise stands by, as a process without the role does.
 */
final class AlertingInTurn implements AutoCloseable, KafkaSeat.Sitter {
  private static final Logger LOG = LoggerFactory.getLogger(AlertingInTurn.class);

  /** How long a start waits for its turn, or for the word that it is another's. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Board board;
  private final AlertingElsewhere elsewhere;
  private final Function<Runnable, AlertingHere> begin;
  private final KafkaSeat place;
  private volatile @Nullable AlertingHere here;

  /**
   * @param member of this process, the same at every start
   * @param begin begins to alert; what it is given is called when the process can keep nothing more
   */
  AlertingInTurn(
      KafkaSettings kafka,
      String member,
      Board board,
      AlertingElsewhere elsewhere,
      Function<Runnable, AlertingHere> begin) {
    this.board = board;
    this.elsewhere = elsewhere;
    this.begin = begin;
    this.place = new KafkaSeat(kafka, member, this);
  }

  /** Asks for the place. */
  void start() {
    place.start(PATIENCE);
  }

  /** Why it is not known who alerts; empty when it is known. */
  Optional<String> trouble() {
    return place.trouble();
  }

  /** Whether this process is the one that alerts. */
  boolean alerts() {
    return place.place() == KafkaSeat.Place.SITTING;
  }

  @Override
  public void sit() {
    elsewhere.leave();
    here = begin.apply(place::giveUp);
  }

  @Override
  public void stand() {
    AlertingHere ended = here;
    here = null;
    if (ended != null) {
      ended.close();
    }
  }

  @Override
  public void standBy() {
    elsewhere.follow();
  }

  /** Where people see incidents and act on them, the same whoever alerts. */
  Seat seat() {
    return new Seat(board, this::decide, board, new DrillsInTurn());
  }

  private Incident decide(String id, String by, Decision.Deed deed) {
    AlertingHere own = here;
    if (own != null) {
      try {
        return own.seat().desk().decide(id, by, deed);
      } catch (IncidentStore.TakenOverException e) {
        LOG.info("incident {}: decided here, carried out where alerts come from now", id);
      }
    }
    return elsewhere.seat().desk().decide(id, by, deed);
  }

  /** Gives the place up. */
  @Override
  public void close() {
    place.close();
    stand();
  }

  /** Exercises, played where alerts come from. */
  private final class DrillsInTurn implements Drills {
    private Drills now() {
      AlertingHere own = here;
      return (own == null ? elsewhere.seat() : own.seat()).drills();
    }

    @Override
    public void begin(
        String brand, String scenario, double speed, Set<String> channels, String by) {
      now().begin(brand, scenario, speed, channels, by);
    }

    @Override
    public void end(String by) {
      now().end(by);
    }

    @Override
    public Optional<Incident> underWay() {
      return now().underWay();
    }

    @Override
    public Optional<Progress> progress() {
      return now().progress();
    }

    @Override
    public Optional<AnalysedMention> mention(String id) {
      return now().mention(id);
    }

    @Override
    public List<String> scenarios() {
      return now().scenarios();
    }
  }
}
