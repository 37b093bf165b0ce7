package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.Alert.Severity;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Dispatch;
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
  /** Steps that are gone through again wait at least so long. */
  private static final Duration LEAST_REPEAT = Duration.ofMinutes(5);

  /** Numbers of an incident that goes on are kept anew when so much older. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final AlertPolicy policy;
  private final Routing routing;

  Life(AlertPolicy policy) {
    this.policy = policy;
    this.routing = new Routing(policy);
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
            null);
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
      draft.say(kind(mute), Entry.OURSELVES, "by", mute.by());
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
   */
  Incident hear(Incident incident, @Nullable Judgement holding, boolean eased, Instant now) {
    if (!incident.open()) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    if (holding != null) {
      holds(draft, holding);
    } else if (draft.state == State.PENDING) {
      end(draft, new Resolution(true, Entry.OURSELVES, "never_fired", ""));
    } else if (eased) {
      eases(draft);
    } else {
      draft.easedSince = null;
    }
    return draft.done();
  }

  private void holds(Draft draft, Judgement holding) {
    Signal signal = holding.signal();
    draft.easedSince = null;
    boolean worse = signal.severity().compareTo(draft.severity) > 0;
    boolean more = signal.observed() > 1.5 * draft.signal.observed();
    if (worse || more || !draft.now.isBefore(draft.signal.at().plus(FRESH))) {
      draft.signal = signal;
    }
    draft.peak = more || worse ? Math.max(draft.peak, signal.observed()) : draft.peak;
    if (draft.state == State.PENDING) {
      draft.severity = worse ? signal.severity() : draft.severity;
      if (!draft.now.isBefore(draft.startedAt().plus(holding.rule().pendingFor()))) {
        fire(draft, holding.rule());
      }
    } else if (worse) {
      worsen(draft, signal);
    }
  }

  private void worsen(Draft draft, Signal signal) {
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
    if (!draft.mutes.isEmpty()) {
      return;
    }
    tell(draft, Action.UPDATE);
    if (draft.state == State.FIRING) {
      page(draft, 0, draft.escalation.round(), draft.escalation.since());
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

  /** Another rule fires on the same story. */
  Incident join(Incident incident, Judgement other, Instant now) {
    Draft draft = new Draft(incident, now);
    draft.rules.add(other.rule().id());
    draft.say(
        Kind.JOINED,
        Entry.OURSELVES,
        "rule",
        other.rule().id(),
        "observed",
        number(other.signal().observed()));
    holds(draft, other);
    boolean quiet = !draft.mutes.isEmpty() || draft.state == State.PENDING;
    if (!quiet) {
      // Its own roles (the legal department for a leak) learn of it too.
      Routing.Plan plan =
          routing.plan(draft.brand(), draft.severity, other.signal().kind(), draft.now);
      if (!plan.steps().isEmpty()) {
        Instant since = draft.escalation.since();
        trigger(draft, plan.steps().getFirst().roles(), since == null ? now : since);
      }
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
        page(draft, 0, 0, now);
      }
    }
    Instant due = draft.escalation.nextAt();
    if (draft.state == State.FIRING && draft.mutes.isEmpty() && due != null && !now.isBefore(due)) {
      next(draft, Entry.OURSELVES);
    }
    return draft.done();
  }

  private void next(Draft draft, String by) {
    Routing.Plan plan = plan(draft);
    int step = draft.escalation.step() + 1;
    int round = draft.escalation.round();
    Instant since = draft.escalation.since();
    if (step >= plan.steps().size()) {
      step = 0;
      round++;
      since = draft.now;
    }
    draft.say(Kind.ESCALATED, by, "step", Integer.toString(step + 1), "round", "" + (round + 1));
    page(draft, step, round, since);
  }

  private static Dispatch dropped(Dispatch each) {
    return new Dispatch(
        each.id(),
        each.channel(),
        each.recipient(),
        each.audience(),
        each.action(),
        each.madeAt(),
        each.nextTry(),
        each.tries(),
        Dispatch.State.DROPPED,
        each.error());
  }

  private void fire(Draft draft, AlertRule rule) {
    draft.state = State.FIRING;
    draft.firedAt = draft.now;
    draft.say(Kind.FIRED, Entry.OURSELVES, "severity", word(draft.severity));
    playbook(rule, draft.signal.kind()).ifPresent(book -> tasks(draft, book));
    if (draft.mutes.isEmpty()) {
      page(draft, 0, 0, draft.now);
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

  private Routing.Plan plan(Draft draft) {
    return routing.plan(draft.brand(), draft.severity, draft.signal.kind(), draft.now);
  }

  private void page(Draft draft, int step, int round, @Nullable Instant begun) {
    Instant since = begun == null ? draft.now : begun;
    Routing.Plan plan = plan(draft);
    List<Routing.Step> steps = plan.steps();
    if (steps.isEmpty()) {
      return;
    }
    int at = Math.min(step, steps.size() - 1);
    trigger(draft, steps.get(at).roles(), since);
    Instant next = null;
    if (at + 1 < steps.size()) {
      next = draft.now.plus(steps.get(at + 1).after());
    } else if (round < plan.repeat()) {
      Duration wait = steps.getFirst().after();
      next = draft.now.plus(wait.compareTo(LEAST_REPEAT) < 0 ? LEAST_REPEAT : wait);
    }
    draft.escalation = new Escalation(at, round, since, next);
  }

  /** Owes a trigger to every way on which none is standing since then. */
  private void trigger(Draft draft, List<String> roles, Instant since) {
    for (Routing.Target target : routing.targets(roles, draft.severity, draft.now)) {
      boolean standing =
          draft.outbox.stream()
              .anyMatch(
                  each ->
                      each.action() == Action.TRIGGER
                          && each.channel().equals(target.channel())
                          && each.audience() == target.audience()
                          && (each.waiting()
                              || each.state() == Dispatch.State.DELIVERED
                                  && !each.madeAt().isBefore(since)));
      if (!standing) {
        draft.owe(
            target.channel(),
            target.recipient(),
            target.audience(),
            Action.TRIGGER,
            target.notBefore());
      }
    }
  }

  /** Owes this to every way that was, or will be, told of the incident. */
  private static void tell(Draft draft, Action action) {
    List<String> told = new ArrayList<>();
    for (Dispatch each : List.copyOf(draft.outbox)) {
      boolean reached =
          each.state() == Dispatch.State.DELIVERED
              || each.waiting() && (each.tries() > 0 || !each.nextTry().isAfter(draft.now));
      boolean about = each.action() == Action.TRIGGER || each.action() == Action.UPDATE;
      String way = each.channel() + "\n" + each.audience();
      if (about && reached && !told.contains(way)) {
        told.add(way);
        draft.owe(each.channel(), each.recipient(), each.audience(), action, draft.now);
      }
    }
  }

  Incident acknowledge(Incident incident, String by, @Nullable Duration lasting, Instant now) {
    requireOpen(incident, "acknowledged");
    Acknowledgement held = incident.acknowledgement();
    if (held != null && held.by().equals(by) && lasting == null) {
      return incident;
    }
    Draft draft = new Draft(incident, now);
    Instant until = now.plus(lasting == null ? policy.acknowledgedFor() : lasting);
    draft.state = State.ACKNOWLEDGED;
    draft.acknowledgement = new Acknowledgement(by, now, until);
    rest(draft);
    draft.say(Kind.ACKNOWLEDGED, by, "until", until.toString());
    tell(draft, Action.ACKNOWLEDGE);
    return draft.done();
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
    rest(draft);
    draft.say(
        Kind.RESOLVED, resolution.by(), "reason", resolution.reason(), "note", resolution.note());
    tell(draft, Action.RESOLVE);
    // What waited for the morning is over before it was told.
    draft.outbox.replaceAll(
        each ->
            each.waiting() && each.tries() == 0 && each.nextTry().isAfter(draft.now)
                ? dropped(each)
                : each);
  }

  Incident mute(Incident incident, Mute mute, String by, Instant now) {
    requireOpen(incident, "silenced");
    Draft draft = new Draft(incident, now);
    draft.mutes.removeIf(each -> each.kind() == mute.kind());
    draft.mutes.add(mute);
    draft.say(
        kind(mute),
        by,
        "by",
        mute.by(),
        "until",
        mute.until() == null ? "" : String.valueOf(mute.until()));
    return draft.done();
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
      page(draft, Math.max(far.step(), 0), far.round(), far.since());
    }
  }

  Incident escalate(Incident incident, String by, Instant now) {
    requireOpen(incident, "escalated");
    Draft draft = new Draft(incident, now);
    next(draft, by);
    return draft.done();
  }

  /** Nobody further is told. */
  private static void rest(Draft draft) {
    Escalation far = draft.escalation;
    draft.escalation = new Escalation(far.step(), far.round(), far.since(), null);
  }

  private static void requireOpen(Incident incident, String what) {
    if (!incident.open()) {
      throw new IllegalStateException(
          "incident " + incident.id() + " is over and cannot be " + what + " any more");
    }
  }

  private static Kind kind(Mute mute) {
    return switch (mute.kind()) {
      case SILENCED -> Kind.SILENCED;
      case INHIBITED -> Kind.INHIBITED;
      case SUPPRESSED -> Kind.SUPPRESSED;
      case OVER_BUDGET -> Kind.OVER_BUDGET;
    };
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
