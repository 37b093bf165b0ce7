package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Dispatch.Action;
import ouidire.core.alert.Entry.Kind;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Incident.Acknowledgement;
import ouidire.core.alert.Incident.Resolution;
import ouidire.core.alert.Incident.State;
import ouidire.core.alert.Mute;

/** What becomes of an incident when a person acts. The same when nothing changes. */
final class Deeds {
  private final AlertPolicy policy;
  private final Life life;

  Deeds(AlertPolicy policy) {
    this.policy = policy;
    this.life = new Life(policy);
  }

  /**
   * Does it.
   *
   * @throws java.util.NoSuchElementException when there is no such step
   * @throws IllegalStateException when it cannot be done any more
   */
  Incident done(Incident incident, Decision.Deed deed, String by, Instant now) {
    return switch (deed) {
      case Decision.Acknowledge(@Nullable Duration lasting) ->
          acknowledge(incident, by, lasting, now);
      case Decision.Resolve(String reason, String note) ->
          life.resolve(incident, new Resolution(false, by, reason, note), now);
      case Decision.Silence(Instant until) -> silence(incident, by, until, now);
      case Decision.Unsilence() -> life.unmute(incident, Mute.Kind.SILENCED, by, now);
      case Decision.Escalate() -> escalate(incident, by, now);
      case Decision.Note(String text, boolean observed) ->
          Records.say(
              incident,
              observed ? Kind.OBSERVED : Kind.NOTED,
              by,
              now,
              List.of(Map.of("text", text)));
      case Decision.Tick(String task, boolean done) -> Records.task(incident, task, by, done, now);
      case Decision.SignOff(String task) -> Records.signOff(incident, task, by, now);
      case Decision.Judge(boolean useful) -> Records.mark(incident, by, useful, now);
    };
  }

  private Incident acknowledge(
      Incident incident, String by, @Nullable Duration lasting, Instant now) {
    requireOpen(incident, "acknowledged");
    Acknowledgement held = incident.acknowledgement();
    if (held != null && held.by().equals(by) && lasting == null) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    Instant until = now.plus(lasting == null ? policy.acknowledgedFor() : lasting);
    draft.state = State.ACKNOWLEDGED;
    draft.acknowledgement = new Acknowledgement(by, now, until);
    Telling.rest(draft);
    draft.say(Kind.ACKNOWLEDGED, by, "until", until.toString());
    Telling.tell(draft, Action.ACKNOWLEDGE);
    return draft.done();
  }

  private static Incident silence(Incident incident, String by, Instant until, Instant now) {
    requireOpen(incident, "silenced");
    Draft draft = new Draft(incident, now);
    draft.mutes.removeIf(each -> each.kind() == Mute.Kind.SILENCED);
    draft.mutes.add(new Mute(Mute.Kind.SILENCED, by, until));
    draft.say(Kind.SILENCED, by, "by", by, "until", until.toString());
    return draft.done();
  }

  private Incident escalate(Incident incident, String by, Instant now) {
    requireOpen(incident, "escalated");
    Draft draft = new Draft(incident, now);
    new Telling(policy).next(draft, by);
    return draft.done();
  }

  private static void requireOpen(Incident incident, String what) {
    if (!incident.open()) {
      throw new IllegalStateException(
          "incident " + incident.id() + " is over and cannot be " + what + " any more");
    }
  }
}
