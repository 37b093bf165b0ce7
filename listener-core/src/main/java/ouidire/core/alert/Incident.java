package ouidire.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Something about a brand that people have to deal with, from its first sign to its end: the value
 * of {@code ouidire.alerts}, keyed by id.
 *
 * @param id short, for addresses; made of the key
 * @param key {@code ouidire:<workspace>:<rule>:<brand>:<window>}, the same on every channel and at
 *     every replay; at most 255 characters
 * @param brand id of the brand
 * @param story the story that makes most of it; null when none does
 * @param rules ids of the rules that fire, the one that opened it first
 * @param severity the gravest so far
 * @param state where it is in its life
 * @param exercise whether it is a drill
 * @param startedAt event time at which its first rule began to hold
 * @param firedAt when it began to page; null while it never has
 * @param updatedAt when anything last changed
 * @param endedAt when it was resolved
 * @param easedSince since when no rule holds any more; null while one does
 * @param peak the most that was observed
 * @param acknowledgement who deals with it; null while nobody does
 * @param resolution why it is over; null while it is not
 * @param mutes what keeps it quiet; empty when nothing does
 * @param signal the latest numbers of its gravest rule
 * @param escalation how far it has been escalated
 * @param log all that was decided, chained
 * @param tasks steps of the playbook
 * @param outbox messages owed and sent
 * @param useful whether people found it useful; null while nobody said
 * @param decided decisions made elsewhere that were dealt with
 */
public record Incident(
    String id,
    String key,
    String brand,
    @Nullable String story,
    List<String> rules,
    Alert.Severity severity,
    State state,
    boolean exercise,
    Instant startedAt,
    @Nullable Instant firedAt,
    Instant updatedAt,
    @Nullable Instant endedAt,
    @Nullable Instant easedSince,
    double peak,
    @Nullable Acknowledgement acknowledgement,
    @Nullable Resolution resolution,
    List<Mute> mutes,
    Signal signal,
    Escalation escalation,
    List<Entry> log,
    List<Task> tasks,
    List<Dispatch> outbox,
    @Nullable Boolean useful,
    List<Decided> decided) {
  /** One that was kept before decisions could be made elsewhere has none. */
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public Incident {
    rules = List.copyOf(rules);
    mutes = List.copyOf(mutes);
    log = List.copyOf(log);
    tasks = List.copyOf(tasks);
    outbox = List.copyOf(outbox);
    decided = decided == null ? List.of() : List.copyOf(decided);
  }

  /** Where an incident is in its life. */
  public enum State {
    /** Its rule holds, not yet for as long as it asks for. */
    PENDING,
    FIRING,
    ACKNOWLEDGED,
    RESOLVED
  }

  /**
   * Who deals with it.
   *
   * @param until when it pages again unless it is resolved
   */
  public record Acknowledgement(String by, Instant at, Instant until) {}

  /**
   * Why it is over.
   *
   * @param automatic whether it ended by itself
   * @param by who said so
   * @param reason {@code eased, new_level, never_fired, handled, false_alarm, duplicate,
   *     drill_over}
   * @param note in a person's words; empty without
   */
  public record Resolution(boolean automatic, String by, String reason, String note) {}

  /**
   * How far it has been escalated.
   *
   * @param step the last step told, from 0; -1 before the first
   * @param round how often all steps were told before
   * @param since when the steps were begun, this time; who was told since is not told twice; null
   *     before the first
   * @param nextAt when the next step is due; null when none is
   */
  public record Escalation(int step, int round, @Nullable Instant since, @Nullable Instant nextAt) {
    public static final Escalation NONE = new Escalation(-1, 0, null, null);
  }

  /** What became of a decision made elsewhere; empty while it was not dealt with. */
  public Optional<Decided> decided(String decision) {
    return decided.stream().filter(each -> each.id().equals(decision)).findFirst();
  }

  /** Whether it goes on. */
  public boolean open() {
    return state != State.RESOLVED;
  }

  public boolean muted() {
    return !mutes.isEmpty();
  }

  /** Whether people were told, or would have been had nothing kept it quiet. */
  public boolean fired() {
    return firedAt != null;
  }

  /** Number of the first line of the log that was tampered with; empty when none was. */
  public OptionalInt tamperedAt() {
    return DecisionLog.firstBroken(log);
  }

  /** The incident as the list of alerts shows it; empty when it never fired or is a drill. */
  public Optional<Alert> alert() {
    if (firedAt == null || exercise || !mutes.isEmpty() && resolution == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Alert(
            id,
            brand,
            severity,
            open() ? Alert.State.FIRING : Alert.State.RESOLVED,
            startedAt,
            endedAt,
            signal.metric(),
            signal.observed(),
            signal.expected(),
            signal.score(),
            signal.reason(),
            signal.mentions()));
  }
}
