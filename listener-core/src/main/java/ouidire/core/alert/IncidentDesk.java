package ouidire.core.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people do with incidents. Each call returns once its effect is kept for good; done twice it
 * changes nothing more. An id that is none is a {@link java.util.NoSuchElementException}; what
 * cannot be done any more (to acknowledge what is over) an {@link IllegalStateException} that says
 * why; what could not be kept now an {@link UnkeptException}.
 */
public interface IncidentDesk {
  /**
   * Somebody deals with it.
   *
   * @param lasting for how long before it pages again; null for as long as is usual
   */
  Incident acknowledge(String id, String by, @Nullable Duration lasting);

  /**
   * It is over.
   *
   * @param reason {@code handled, false_alarm, duplicate}
   * @param note in words; may be empty
   */
  Incident resolve(String id, String by, String reason, String note);

  /** It is to keep quiet until then. */
  Incident silence(String id, String by, Instant until);

  /** It may speak again. */
  Incident unsilence(String id, String by);

  /** The next step of the escalation is due now. */
  Incident escalate(String id, String by);

  /**
   * A line for the log.
   *
   * @param observed whether it says that nothing was done, on purpose
   */
  Incident note(String id, String by, String text, boolean observed);

  /** A step of the playbook is done, or not after all. */
  Incident task(String id, String task, String by, boolean done);

  /** Another role agrees to a step. */
  Incident signOff(String id, String task, String by);

  /** Whether it was useful to be told. */
  Incident mark(String id, String by, boolean useful);
}
