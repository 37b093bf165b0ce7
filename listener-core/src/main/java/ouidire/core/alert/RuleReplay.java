package ouidire.core.alert;

import java.time.Instant;
import java.util.List;

/** Says what a rule would have done. */
public interface RuleReplay {
  /**
   * Plays a rule over the stored history as the live watch would have; tells nobody.
   *
   * @throws InvalidDocumentException when the rule lacks conditions or names a brand that is none
   * @throws ouidire.core.history.InvalidQueryException when its query does not parse
   */
  Played play(AlertRule rule, Instant from, Instant to);

  /**
   * What came of it.
   *
   * @param incidents every one that would have been, oldest first
   * @param mentions how many of its brands' mentions that time holds: of a time that holds none
   *     nothing is known
   */
  record Played(List<Incident> incidents, long mentions) {
    public Played {
      incidents = List.copyOf(incidents);
    }
  }
}
