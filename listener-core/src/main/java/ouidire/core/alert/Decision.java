package ouidire.core.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided at a process that does not alert, on its way to the one that does: the
 * value of {@code ouidire.decisions}, keyed by incident.
 *
 * @param id of this decision alone: carried out once, however often it is read
 * @param at when it was made
 * @param by who made it
 * @param act what is to be done
 */
public record Decision(String id, Instant at, String by, Act act) {
  /** What can be decided. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = OnIncident.class, name = "incident"),
    @JsonSubTypes.Type(value = BeginDrill.class, name = "begin_drill"),
    @JsonSubTypes.Type(value = EndDrill.class, name = "end_drill")
  })
  public sealed interface Act {}

  /** Something to be done with one incident, as {@link IncidentDesk} describes it. */
  public record OnIncident(String incident, Deed deed) implements Act {}

  /** An exercise begins, as {@link Drills#begin} describes it. */
  public record BeginDrill(String brand, String scenario, double speed, Set<String> channels)
      implements Act {
    public BeginDrill {
      channels = Set.copyOf(channels);
    }
  }

  /** The exercise under way ends. */
  public record EndDrill() implements Act {}

  /** What can be done with an incident. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Acknowledge.class, name = "acknowledge"),
    @JsonSubTypes.Type(value = Resolve.class, name = "resolve"),
    @JsonSubTypes.Type(value = Silence.class, name = "silence"),
    @JsonSubTypes.Type(value = Unsilence.class, name = "unsilence"),
    @JsonSubTypes.Type(value = Escalate.class, name = "escalate"),
    @JsonSubTypes.Type(value = Note.class, name = "note"),
    @JsonSubTypes.Type(value = Tick.class, name = "task"),
    @JsonSubTypes.Type(value = SignOff.class, name = "sign_off"),
    @JsonSubTypes.Type(value = Judge.class, name = "mark")
  })
  public sealed interface Deed {}

  public record Acknowledge(@Nullable Duration lasting) implements Deed {}

  public record Resolve(String reason, String note) implements Deed {}

  public record Silence(Instant until) implements Deed {}

  public record Unsilence() implements Deed {}

  public record Escalate() implements Deed {}

  public record Note(String text, boolean observed) implements Deed {}

  public record Tick(String task, boolean done) implements Deed {}

  public record SignOff(String task) implements Deed {}

  public record Judge(boolean useful) implements Deed {}
}
