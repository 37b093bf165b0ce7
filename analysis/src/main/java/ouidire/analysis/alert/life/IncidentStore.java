package ouidire.analysis.alert.life;

import java.util.Collection;
import java.util.List;
import ouidire.core.alert.Incident;
import ouidire.core.alert.UnkeptException;

/** Keeps incidents; the latest state of each under its id. */
public interface IncidentStore {
  /**
   * Keeps the states of some incidents, all of them or none. Returns once they are kept for good.
   *
   * @throws NotKeptException when it could not be kept
   * @throws TakenOverException when another process keeps incidents now
   */
  void save(Collection<Incident> incidents);

  /** Everything that was kept, at the opening. */
  List<Incident> read();

  /** States that could not be kept: nobody was told of them, and they are tried again. */
  class NotKeptException extends UnkeptException {
    private static final long serialVersionUID = 1L;

    public NotKeptException(String ids, Throwable cause) {
      super("incidents " + ids + " could not be kept; they are tried again", cause);
    }
  }

  /**
   * States that were not kept, since another process has taken over and alone changes incidents.
   */
  final class TakenOverException extends NotKeptException {
    private static final long serialVersionUID = 1L;

    public TakenOverException(String ids, Throwable cause) {
      super(ids, cause);
    }
  }
}
