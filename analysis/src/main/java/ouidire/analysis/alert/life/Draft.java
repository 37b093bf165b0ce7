package ouidire.analysis.alert.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Audience;
import ouidire.core.alert.Decided;
import ouidire.core.alert.DecisionLog;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Mute;
import ouidire.core.alert.Signal;
import ouidire.core.alert.Task;

/** An incident while it changes; {@link #done} is the changed one, or the same when nothing did. */
final class Draft {
  private final Incident before;
  final Instant now;
  final List<String> rules;
  final List<Mute> mutes;
  final List<Task> tasks;
  final List<Dispatch> outbox;
  Alert.Severity severity;
  Incident.State state;
  @Nullable Instant firedAt;
  @Nullable Instant endedAt;
  @Nullable Instant easedSince;
  double peak;
  Incident.@Nullable Acknowledgement acknowledgement;
  Incident.@Nullable Resolution resolution;
  Signal signal;
  Incident.Escalation escalation;
  @Nullable Boolean useful;
  final List<Decided> decided;
  private List<Entry> log;

  Draft(Incident before, Instant now) {
    this.before = before;
    this.now = now;
    rules = new ArrayList<>(before.rules());
    mutes = new ArrayList<>(before.mutes());
    tasks = new ArrayList<>(before.tasks());
    outbox = new ArrayList<>(before.outbox());
    severity = before.severity();
    state = before.state();
    firedAt = before.firedAt();
    endedAt = before.endedAt();
    easedSince = before.easedSince();
    peak = before.peak();
    acknowledgement = before.acknowledgement();
    resolution = before.resolution();
    signal = before.signal();
    escalation = before.escalation();
    useful = before.useful();
    decided = new ArrayList<>(before.decided());
    log = before.log();
  }

  Instant startedAt() {
    return before.startedAt();
  }

  String brand() {
    return before.brand();
  }

  /** A line of the log; details are key, value, key, value... */
  void say(Entry.Kind kind, String by, String... details) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i + 1 < details.length; i += 2) {
      named.put(details[i], details[i + 1]);
    }
    say(kind, by, named);
  }

  void say(Entry.Kind kind, String by, Map<String, String> details) {
    log = DecisionLog.with(log, now, kind, by, details);
  }

  /** Owes a message. */
  void owe(
      String channel,
      String recipient,
      Audience audience,
      Dispatch.Action action,
      Instant notBefore) {
    outbox.add(
        new Dispatch(
            before.id() + ":" + (outbox.size() + 1),
            channel,
            recipient,
            audience,
            action,
            now,
            notBefore,
            0,
            Dispatch.State.WAITING,
            null,
            null,
            null));
  }

  /** Puts a message in the place of the one with its id. */
  void put(Dispatch dispatch) {
    outbox.replaceAll(each -> each.id().equals(dispatch.id()) ? dispatch : each);
  }

  void put(Task task) {
    tasks.replaceAll(each -> each.id().equals(task.id()) ? task : each);
  }

  Incident done() {
    Incident after = at(before.updatedAt());
    return after.equals(before) ? before : at(now);
  }

  private Incident at(Instant updated) {
    return new Incident(
        before.id(),
        before.key(),
        before.brand(),
        before.story(),
        rules,
        severity,
        state,
        before.exercise(),
        before.startedAt(),
        firedAt,
        updated,
        endedAt,
        easedSince,
        peak,
        acknowledgement,
        resolution,
        mutes,
        signal,
        escalation,
        log,
        tasks,
        outbox,
        useful,
        decided);
  }
}
