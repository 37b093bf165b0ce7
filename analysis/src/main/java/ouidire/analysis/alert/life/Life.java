package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Dispatch.Action;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Entry.Kind;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Incident.Acknowledgement;
import ouidire.core.alert.Incident.Escalation;
import ouidire.core.alert.Incident.Resolution;
import ouidire.core.alert.Incident.State;
import ouidire.core.alert.Mute;
import ouidire.core.alert.Playbook;
import ouidire.core.alert.Signal;
import ouidire.core.alert.Task;

/**
 * The life of one incident: what becomes of it when a rule speaks, time passes or a person acts.
 * Nothing here reads a clock, keeps or sends: an incident goes in, the changed one comes out with
 * the messages that it owes. The same when nothing changes.
 */
final class Life {
  /** Numbers of an incident that goes on are kept anew when so much older. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final AlertPolicy policy;
  private final Telling telling;

  Life(AlertPolicy policy) {
    this.policy = policy;
    this.telling = new Telling(policy);
  }

  /**
   * Begins one.
   *
   * @param mutes what keeps it quiet from the start
   */
  Incident open(
      String id, String key, Judgement first, Instant now, boolean drill, List<Mute> mutes) {
    Signal signal = first.signal();
    Incident blank =
        new Incident(
            id,
            key,
            signal.brand(),
            signal.story(),
            List.of(first.rule().id()),
            signal.severity(),
            State.PENDING,
            drill,
            now,
            null,
            now,
            null,
            null,
            signal.observed(),
            null,
            null,
            mutes,
            signal,
            Escalation.NONE,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of());
    Draft draft = new Draft(blank, now);
    draft.say(
        Kind.OPENED,
        Entry.OURSELVES,
        "rule",
        first.rule().id(),
        "metric",
        signal.metric(),
        "observed",
        number(signal.observed()),
        "expected",
        number(signal.expected()),
        "severity",
        word(signal.severity()));
    for (Mute mute : mutes) {
      draft.say(Telling.kind(mute), Entry.OURSELVES, "by", mute.by());
    }
    if (first.rule().pendingFor().isZero()) {
      fire(draft, first.rule());
    }
    return draft.done();
  }

  /**
   * Hears what its rules say now.
   *
   * @param holding the gravest judgement that holds; null when none does
   * @param eased whether all have eased
   * @param spent whether the rule that holds has no page left today
   */
  Incident hear(
      Incident incident, @Nullable Judgement holding, boolean eased, boolean spent, Instant now) {
    if (!incident.open()) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    if (holding != null) {
      holds(draft, holding, spent);
    } else if (draft.state == State.PENDING) {
      end(draft, new Resolution(true, Entry.OURSELVES, "never_fired", ""));
    } else if (eased) {
      eases(draft);
    } else {
      draft.easedSince = null;
    }
    return draft.done();
  }

  private void holds(Draft draft, Judgement holding, boolean spent) {
    Signal signal = holding.signal();
    draft.easedSince = null;
    boolean worse = signal.severity().compareTo(draft.severity) > 0;
    boolean more = signal.observed() > 1.5 * draft.signal.observed();
    if (worse || more || !draft.now.isBefore(draft.signal.at().plus(FRESH))) {
      draft.signal = signal;
    }
    // No less than what is shown as observed.
    draft.peak = Math.max(draft.peak, draft.signal.observed());
    if (draft.state == State.PENDING) {
      draft.severity = worse ? signal.severity() : draft.severity;
      if (!draft.now.isBefore(draft.startedAt().plus(holding.rule().pendingFor()))) {
        fire(draft, holding.rule());
      }
    } else if (worse) {
      worsen(draft, holding, spent);
    }
  }

  private void worsen(Draft draft, Judgement holding, boolean spent) {
    Signal signal = holding.signal();
    draft.say(
        Kind.WORSENED,
        Entry.OURSELVES,
        "from",
        word(draft.severity),
        "to",
        word(signal.severity()),
        "observed",
        number(signal.observed()));
    draft.severity = signal.severity();
    draft.mutes.removeIf(mute -> outweighed(mute, signal));
    boolean told = draft.outbox.stream().anyMatch(each -> each.action() == Action.TRIGGER);
    if (spent && !told && draft.mutes.isEmpty()) {
      Mute quiet = new Mute(Mute.Kind.OVER_BUDGET, holding.rule().id(), null);
      draft.mutes.add(quiet);
      draft.say(Telling.kind(quiet), Entry.OURSELVES, "by", quiet.by());
    }
    if (!draft.mutes.isEmpty()) {
      return;
    }
    Telling.tell(draft, Action.UPDATE);
    // Those who know of it learn that it is worse; no budget makes what is worse quieter.
    if (draft.state == State.FIRING && !spent) {
      if (draft.escalation.step() < 0) {
        telling.begin(draft);
      } else {
        telling.page(draft, 0, draft.escalation.round(), draft.escalation.since());
      }
    }
  }

  /** A campaign does not explain anger, and no budget is worth a crisis. */
  private static boolean outweighed(Mute mute, Signal signal) {
    return switch (mute.kind()) {
      case SUPPRESSED -> signal.severity() != Severity.WATCH;
      case OVER_BUDGET -> signal.severity() == Severity.CRISIS;
      case SILENCED, INHIBITED -> false;
    };
  }

  private void eases(Draft draft) {
    if (draft.easedSince == null) {
      draft.easedSince = draft.now;
    }
    Duration wait =
        draft.rules.stream()
            .flatMap(id -> policy.rule(id).stream())
            .map(AlertRule::resolveAfter)
            .max(Duration::compareTo)
            .orElse(Duration.ofMinutes(30));
    if (!draft.now.isBefore(draft.easedSince.plus(wait))) {
      end(draft, new Resolution(true, Entry.OURSELVES, "eased", ""));
    }
  }

  /**
   * Another rule fires on the same story.
   *
   * @param spent whether that rule has no page left today
   */
  Incident join(Incident incident, Judgement other, boolean spent, Instant now) {
    Draft draft = new Draft(incident, now);
    draft.rules.add(other.rule().id());
    draft.say(
        Kind.JOINED,
        Entry.OURSELVES,
        "rule",
        other.rule().id(),
        "observed",
        number(other.signal().observed()));
    holds(draft, other, spent);
    boolean quiet = !draft.mutes.isEmpty() || draft.state == State.PENDING;
    if (!quiet) {
      telling.joined(draft, other.signal().kind());
    }
    return draft.done();
  }

  /** Lets time pass. */
  Incident tick(Incident incident, Instant now) {
    if (!incident.open()) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    for (Mute mute : incident.mutes()) {
      if (mute.until() != null && !now.isBefore(mute.until())) {
        unmute(draft, mute, Entry.OURSELVES);
      }
    }
    Acknowledgement held = draft.acknowledgement;
    if (held != null && !now.isBefore(held.until())) {
      draft.acknowledgement = null;
      draft.state = State.FIRING;
      draft.say(Kind.ACKNOWLEDGEMENT_EXPIRED, Entry.OURSELVES, "by", held.by());
      if (draft.mutes.isEmpty()) {
        telling.page(draft, 0, 0, now);
      }
    }
    Instant due = draft.escalation.nextAt();
    if (draft.state == State.FIRING && draft.mutes.isEmpty() && due != null && !now.isBefore(due)) {
      telling.next(draft, Entry.OURSELVES);
    }
    return draft.done();
  }

  private void fire(Draft draft, AlertRule rule) {
    draft.state = State.FIRING;
    draft.firedAt = draft.now;
    draft.say(Kind.FIRED, Entry.OURSELVES, "severity", word(draft.severity));
    playbook(rule, draft.signal.kind()).ifPresent(book -> tasks(draft, book));
    if (draft.mutes.isEmpty()) {
      telling.begin(draft);
    }
  }

  private Optional<Playbook> playbook(AlertRule rule, String kind) {
    return policy.playbooks().stream()
        .filter(
            book ->
                rule.playbook() == null
                    ? book.kinds().contains(kind)
                    : book.id().equals(rule.playbook()))
        .findFirst();
  }

  private static void tasks(Draft draft, Playbook book) {
    for (Playbook.Step step : book.steps()) {
      draft.tasks.add(
          new Task(
              book.id() + "-" + (draft.tasks.size() + 1),
              step.role(),
              step.text(),
              step.within().isZero() ? null : draft.now.plus(step.within()),
              step.signOff(),
              null,
              null,
              null));
    }
  }

  Incident resolve(Incident incident, Resolution resolution, Instant now) {
    if (!incident.open()) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    end(draft, resolution);
    return draft.done();
  }

  private void end(Draft draft, Resolution resolution) {
    draft.state = State.RESOLVED;
    draft.endedAt = draft.now;
    draft.resolution = resolution;
    Telling.rest(draft);
    draft.say(
        Kind.RESOLVED, resolution.by(), "reason", resolution.reason(), "note", resolution.note());
    Telling.tell(draft, Action.RESOLVE);
    Telling.forget(draft);
  }

  Incident unmute(Incident incident, Mute.Kind kind, String by, Instant now) {
    Draft draft = new Draft(incident, now);
    incident.mutes().stream()
        .filter(mute -> mute.kind() == kind)
        .findFirst()
        .ifPresent(mute -> unmute(draft, mute, by));
    return draft.done();
  }

  private void unmute(Draft draft, Mute mute, String by) {
    draft.mutes.remove(mute);
    draft.say(Kind.UNMUTED, by, "was", word(mute.kind()));
    if (draft.mutes.isEmpty() && draft.state == State.FIRING) {
      Escalation far = draft.escalation;
      if (far.step() < 0) {
        telling.begin(draft);
      } else {
        telling.page(draft, far.step(), far.round(), far.since());
      }
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(java.util.Locale.ROOT, "%.2f", value);
  }
}
