package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Decided;
import ouidire.core.alert.DecidingDesk;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Incident;
import ouidire.core.alert.UnansweredException;

/**
 * The incidents as a process sees them that does not alert: it follows what the one that does has
 * kept, changes nothing itself, sends on what people decide, and waits until the incident's record
 * on the board says what became of it, whoever put it there.
 */
public final class DistantDesk extends OnBoard implements DecidingDesk {
  private final Post post;
  private final InstantSource clock;
  private final Duration patience;
  private final Map<String, CompletableFuture<Incident>> waiting = new ConcurrentHashMap<>();

  /** Takes decisions to the process that alerts. */
  public interface Post {
    /**
     * Returns once the decision is kept for good.
     *
     * @throws ouidire.core.alert.UnkeptException when it could not be kept: nothing was decided
     */
    void send(Decision decision);
  }

  /**
   * @param patience how long a caller waits for the process that alerts
   */
  public DistantDesk(Post post, InstantSource clock, Duration patience) {
    this(post, clock, patience, new Board());
  }

  /** The same on a board that is there already. */
  public DistantDesk(Post post, InstantSource clock, Duration patience, Board board) {
    super(board);
    this.post = post;
    this.clock = clock;
    this.patience = patience;
    // Also while this process alerts: it may take over while a decision of its own waits.
    var unused = board.follow(this::answer);
  }

  private void answer(Incident incident) {
    for (Decided decided : incident.decided()) {
      CompletableFuture<Incident> caller = waiting.remove(decided.id());
      if (caller != null) {
        caller.complete(incident);
      }
    }
  }

  /**
   * Takes in what was kept of an incident.
   *
   * @param incident null when it was erased
   */
  public void kept(String id, @Nullable Incident incident) {
    if (incident == null) {
      board.remove(id);
    } else {
      board.catchUp(incident);
    }
  }

  @Override
  public Incident decide(String id, String by, Decision.Deed deed) {
    if (board.find(id).isEmpty()) {
      throw new NoSuchElementException("incident " + id + " does not exist; check its id");
    }
    Decision decision =
        new Decision(
            UUID.randomUUID().toString(), clock.instant(), by, new Decision.OnIncident(id, deed));
    CompletableFuture<Incident> answer = new CompletableFuture<>();
    waiting.put(decision.id(), answer);
    try {
      post.send(decision);
      return outcome(decision.id(), answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unheard(e);
    } catch (ExecutionException | TimeoutException e) {
      throw unheard(e);
    } finally {
      waiting.remove(decision.id());
    }
  }

  private static Incident outcome(String decision, Incident incident) {
    String refused = incident.decided(decision).map(Decided::refused).orElse(null);
    if (refused != null) {
      throw new IllegalStateException(refused);
    }
    return incident;
  }

  private UnansweredException unheard(Exception cause) {
    return new UnansweredException(
        "the decision is kept, but no process that alerts has answered within "
            + patience.toSeconds()
            + " s; it is carried out as soon as one runs (--roles alert): do not repeat it",
        cause);
  }

  /** The incident of the exercise under way. */
  public Optional<Incident> drill() {
    return board.incidents().values().stream()
        .filter(incident -> incident.exercise() && incident.open())
        .findFirst();
  }
}
