package ouidire.analysis.alert.life;

import java.util.List;
import ouidire.core.alert.Incident;

/** Keeps incidents; the latest state of each under its id. */
public interface IncidentStore {
  /**
   * Keeps a state. Returns once it is kept for good.
   *
   * @throws NotKeptException when it could not be kept
   * @throws TakenOverException when another process keeps incidents now
   */
  void save(Incident incident);

  /** Everything that was kept, at the opening. */
  List<Incident> read();

  /** A state that could not be kept: nobody was told of it, and it is tried again. */
  class NotKeptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotKeptException(String id, Throwable cause) {
      super("incident " + id + " could not be kept; it is tried again", cause);
    }
  }

  /**
   * A state that was not kept, since another process has taken over and alone changes incidents.
   */
  final class TakenOverException extends NotKeptException {
    private static final long serialVersionUID = 1L;

    public TakenOverException(String id, Throwable cause) {
      super(id, cause);
    }
  }
}
