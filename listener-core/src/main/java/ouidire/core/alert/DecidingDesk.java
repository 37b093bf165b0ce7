package ouidire.core.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A desk where everything that people do is one value, to be done at once or to be sent on. */
public interface DecidingDesk extends IncidentDesk {
  /**
   * Does it.
   *
   * @throws java.util.NoSuchElementException when there is no such incident, or no such step
   * @throws IllegalStateException when it cannot be done any more, saying why
   * @throws UnansweredException when it was sent on and nobody has answered yet
   * @throws UnkeptException when it could not be kept: nothing was decided
   */
  Incident decide(String id, String by, Decision.Deed deed);

  @Override
  default Incident acknowledge(String id, String by, @Nullable Duration lasting) {
    return decide(id, by, new Decision.Acknowledge(lasting));
  }

  @Override
  default Incident resolve(String id, String by, String reason, String note) {
    return decide(id, by, new Decision.Resolve(reason, note));
  }

  @Override
  default Incident silence(String id, String by, Instant until) {
    return decide(id, by, new Decision.Silence(until));
  }

  @Override
  default Incident unsilence(String id, String by) {
    return decide(id, by, new Decision.Unsilence());
  }

  @Override
  default Incident escalate(String id, String by) {
    return decide(id, by, new Decision.Escalate());
  }

  @Override
  default Incident note(String id, String by, String text, boolean observed) {
    return decide(id, by, new Decision.Note(text, observed));
  }

  @Override
  default Incident task(String id, String task, String by, boolean done) {
    return decide(id, by, new Decision.Tick(task, done));
  }

  @Override
  default Incident signOff(String id, String task, String by) {
    return decide(id, by, new Decision.SignOff(task));
  }

  @Override
  default Incident mark(String id, String by, boolean useful) {
    return decide(id, by, new Decision.Judge(useful));
  }
}
