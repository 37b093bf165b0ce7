package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Dispatch.Action;
import ouidire.core.alert.Entry.Kind;
import ouidire.core.alert.Incident.Escalation;
import ouidire.core.alert.Mute;

/** Who is told of an incident that changes, and of what: messages are owed, nothing is sent. */
final class Telling {
  /** Steps that are gone through again wait at least so long. */
  private static final Duration LEAST_REPEAT = Duration.ofMinutes(5);

  private final Routing routing;

  Telling(AlertPolicy policy) {
    this.routing = new Routing(policy);
  }

  /** Goes through the steps from the first, which may be told only a while after it fired. */
  void begin(Draft draft) {
    List<Routing.Step> steps = plan(draft).steps();
    if (steps.isEmpty()) {
      return;
    }
    Instant fired = draft.firedAt == null ? draft.now : draft.firedAt;
    Instant due = fired.plus(steps.getFirst().after());
    if (due.isAfter(draft.now)) {
      draft.escalation = new Escalation(-1, 0, draft.now, due);
    } else {
      page(draft, 0, 0, draft.now);
    }
  }

  /** The step of the escalation after the last one, or the first one again. */
  void next(Draft draft, String by) {
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

  private Routing.Plan plan(Draft draft) {
    return routing.plan(draft.brand(), draft.severity, draft.signal.kind(), draft.now);
  }

  /**
   * Tells the roles of one step.
   *
   * @param begun since when the steps are gone through; who was told since is not told twice
   */
  void page(Draft draft, int step, int round, @Nullable Instant begun) {
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

  /** Another rule fires on it: its own roles (the legal department for a leak) learn of it too. */
  void joined(Draft draft, String kind) {
    Routing.Plan plan = routing.plan(draft.brand(), draft.severity, kind, draft.now);
    if (!plan.steps().isEmpty()) {
      Instant since = draft.escalation.since();
      trigger(draft, plan.steps().getFirst().roles(), since == null ? draft.now : since);
    }
  }

  /**
   * Owes a trigger to every way on which none is standing since then. One that waits for the
   * morning is sent now where nothing holds it back any more: it has become a crisis.
   */
  private void trigger(Draft draft, List<String> roles, Instant since) {
    for (Routing.Target target : routing.targets(roles, draft.severity, draft.now)) {
      Dispatch standing =
          draft.outbox.stream()
              .filter(each -> each.action() == Action.TRIGGER)
              .filter(each -> each.channel().equals(target.channel()))
              .filter(each -> each.audience() == target.audience())
              .filter(
                  each ->
                      each.waiting()
                          || each.state() == Dispatch.State.DELIVERED
                              && !each.madeAt().isBefore(since))
              .findFirst()
              .orElse(null);
      if (standing == null) {
        draft.owe(
            target.channel(),
            target.recipient(),
            target.audience(),
            Action.TRIGGER,
            target.notBefore());
      } else if (standing.waiting()
          && standing.tries() == 0
          && standing.nextTry().isAfter(target.notBefore())) {
        draft.put(standing.with(Dispatch.State.WAITING, target.notBefore(), standing.error()));
      }
    }
  }

  /** Owes this to every way that was, or will be, told of the incident. */
  static void tell(Draft draft, Action action) {
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

  /** Nobody further is told. */
  static void rest(Draft draft) {
    Escalation far = draft.escalation;
    draft.escalation = new Escalation(far.step(), far.round(), far.since(), null);
  }

  /** What waited for the morning is over before it was told. */
  static void forget(Draft draft) {
    draft.outbox.replaceAll(
        each ->
            each.waiting() && each.tries() == 0 && each.nextTry().isAfter(draft.now)
                ? each.with(Dispatch.State.DROPPED, each.nextTry(), each.error())
                : each);
  }

  /** How the log calls what keeps an incident quiet. */
  static Kind kind(Mute mute) {
    return switch (mute.kind()) {
      case SILENCED -> Kind.SILENCED;
      case INHIBITED -> Kind.INHIBITED;
      case SUPPRESSED -> Kind.SUPPRESSED;
      case OVER_BUDGET -> Kind.OVER_BUDGET;
    };
  }
}
