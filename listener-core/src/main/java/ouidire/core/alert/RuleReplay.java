package ouidire.core.alert;

import java.time.Instant;
import java.util.List;

/** Says what a rule would have done. */
public interface RuleReplay {
  /**
   * Plays a rule over the stored history as the live watch would have; tells nobody.
   *
   * @return every incident that would have been, oldest first
   * @throws ouidire.core.history.InvalidQueryException when its query does not parse
   */
  List<Incident> play(AlertRule rule, Instant from, Instant to);
}
