package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Incident.Resolution;
import ouidire.core.alert.IncidentDesk;
import ouidire.core.alert.Incidents;
import ouidire.core.alert.Mute;
import ouidire.core.history.LiveMentions.Subscription;

/**
 * All incidents. Rules, time, people and channels change them here, one change after the other;
 * each is kept before anybody sees it.
 */
public final class Desk implements Incidents, IncidentDesk, AlertDirectory {
  private final Supplier<AlertPolicy> policy;
  private final IncidentStore store;
  private final InstantSource clock;
  private final Map<String, Incident> incidents = new ConcurrentHashMap<>();
  private final Map<String, Incident> open = new LinkedHashMap<>();
  private final Map<String, Incident> owing = new LinkedHashMap<>();
  private final List<Consumer<Incident>> followers = new CopyOnWriteArrayList<>();

  /**
   * Opens the desk with what the store holds.
   *
   * @param policy what people have set, now; asked at every change
   * @param clock for what people do; rules and time come with their own
   */
  public Desk(Supplier<AlertPolicy> policy, IncidentStore store, InstantSource clock) {
    this.policy = policy;
    this.store = store;
    this.clock = clock;
    store.read().forEach(this::take);
  }

  private void take(Incident incident) {
    incidents.put(incident.id(), incident);
    file(open, incident, incident.open());
    file(owing, incident, incident.outbox().stream().anyMatch(Dispatch::waiting));
  }

  private static void file(Map<String, Incident> where, Incident incident, boolean belongs) {
    if (belongs) {
      where.put(incident.id(), incident);
    } else {
      where.remove(incident.id());
    }
  }

  /** Keeps a change; the same incident when there was none. */
  private Incident keep(@Nullable Incident before, Incident after) {
    if (after == before) {
      return after;
    }
    store.save(after);
    take(after);
    for (Consumer<Incident> follower : followers) {
      follower.accept(after);
    }
    return after;
  }

  private Incident change(String id, UnaryOperator<Incident> change) {
    Incident before = incidents.get(id);
    if (before == null) {
      throw new NoSuchElementException("incident " + id + " does not exist; check its id");
    }
    return keep(before, change.apply(before));
  }

  private Life life() {
    return new Life(policy.get());
  }

  /**
   * Hears all that the rules say of a brand at one moment.
   *
   * @param drill whether it is an exercise, which meets exercises only
   */
  public synchronized void hear(
      String brand, Collection<Judgement> judgements, Instant now, boolean drill) {
    AlertPolicy set = policy.get();
    Life life = new Life(set);
    Beginning beginning = new Beginning(set, incidents.values(), now, drill);
    List<Judgement> left = new ArrayList<>(judgements);
    for (Incident incident : openOf(brand, drill)) {
      List<Judgement> own =
          judgements.stream().filter(j -> incident.rules().contains(j.rule().id())).toList();
      left.removeAll(own);
      if (!own.isEmpty()) {
        Judgement holding =
            own.stream()
                .filter(Judgement::holds)
                .max(Comparator.comparing(j -> j.signal().severity()))
                .orElse(null);
        boolean eased = own.stream().allMatch(Judgement::eased);
        keep(incident, life.hear(incident, holding, eased, now));
      }
    }
    for (Judgement judgement : left) {
      if (judgement.holds()) {
        begin(life, beginning, judgement, now, drill);
      }
    }
  }

  private void begin(
      Life life, Beginning beginning, Judgement judgement, Instant now, boolean drill) {
    for (Incident incident : openOf(judgement.signal().brand(), drill)) {
      if (Beginning.sameStory(incident, judgement)) {
        keep(incident, life.join(incident, judgement, now));
        return;
      }
    }
    if (beginning.isEcho(judgement)) {
      return;
    }
    String workspace = policy.get().workspace() + (drill ? "-exercice" : "");
    String rule = judgement.rule().id();
    String brand = judgement.signal().brand();
    String key = Keys.key(workspace, rule, brand, now);
    Incident same = incidents.get(Keys.id(key));
    if (same != null) {
      Instant ended = same.endedAt();
      if (ended == null || !now.isAfter(ended)) {
        // A replay of what is known.
        return;
      }
      key = Keys.finer(workspace, rule, brand, now);
    }
    List<Mute> mutes = beginning.mutes(judgement);
    keep(null, life.open(Keys.id(key), key, judgement, now, drill, mutes));
  }

  private List<Incident> openOf(String brand, boolean drill) {
    return open.values().stream()
        .filter(incident -> incident.brand().equals(brand) && incident.exercise() == drill)
        .toList();
  }

  /** Lets time pass for all. */
  public synchronized void tick(Instant now) {
    if (open.isEmpty()) {
      return;
    }
    Life life = life();
    for (Incident incident : List.copyOf(open.values())) {
      Incident ticked = life.tick(incident, now);
      if (Beginning.inhibitorIsOver(ticked, incidents)) {
        ticked = life.unmute(ticked, Mute.Kind.INHIBITED, Entry.OURSELVES, now);
      }
      keep(incident, ticked);
    }
  }

  /** Ids of brands with an incident that goes on. */
  public synchronized List<String> stirredBrands() {
    return open.values().stream().map(Incident::brand).distinct().toList();
  }

  /** The incidents that go on. */
  public synchronized List<Incident> openIncidents() {
    return List.copyOf(open.values());
  }

  /** Ends all exercises. */
  public synchronized void endDrills(String by) {
    for (Incident incident : List.copyOf(open.values())) {
      if (incident.exercise()) {
        Resolution over = new Resolution(false, by, "drill_over", "");
        keep(incident, life().resolve(incident, over, clock.instant()));
      }
    }
  }

  /** A message that is due, of an incident. */
  public record Owed(Incident incident, Dispatch dispatch) {}

  /** What is to be sent now: of each incident and channel the oldest message that waits. */
  public synchronized List<Owed> owed(Instant now) {
    List<Owed> due = new ArrayList<>();
    for (Incident incident : owing.values()) {
      List<String> channels = new ArrayList<>();
      for (Dispatch dispatch : incident.outbox()) {
        if (dispatch.waiting() && !channels.contains(dispatch.channel())) {
          channels.add(dispatch.channel());
          if (!dispatch.nextTry().isAfter(now)) {
            due.add(new Owed(incident, dispatch));
          }
        }
      }
    }
    return due;
  }

  /** What became of sending a message. */
  public synchronized void sent(String id, String dispatch, Sent outcome) {
    Instant now = clock.instant();
    change(id, incident -> new Outbox(policy.get()).after(incident, dispatch, outcome, now));
  }

  @Override
  public synchronized Incident acknowledge(String id, String by, @Nullable Duration lasting) {
    return change(id, i -> life().acknowledge(i, by, lasting, clock.instant()));
  }

  @Override
  public synchronized Incident resolve(String id, String by, String reason, String note) {
    Resolution said = new Resolution(false, by, reason, note);
    return change(id, i -> life().resolve(i, said, clock.instant()));
  }

  @Override
  public synchronized Incident silence(String id, String by, Instant until) {
    Mute mute = new Mute(Mute.Kind.SILENCED, by, until);
    return change(id, i -> life().mute(i, mute, by, clock.instant()));
  }

  @Override
  public synchronized Incident unsilence(String id, String by) {
    return change(id, i -> life().unmute(i, Mute.Kind.SILENCED, by, clock.instant()));
  }

  @Override
  public synchronized Incident escalate(String id, String by) {
    return change(id, i -> life().escalate(i, by, clock.instant()));
  }

  @Override
  public synchronized Incident note(String id, String by, String text, boolean observed) {
    Entry.Kind kind = observed ? Entry.Kind.OBSERVED : Entry.Kind.NOTED;
    return change(id, i -> Records.say(i, kind, by, clock.instant(), "text", text));
  }

  @Override
  public synchronized Incident task(String id, String task, String by, boolean done) {
    return change(id, i -> Records.task(i, task, by, done, clock.instant()));
  }

  @Override
  public synchronized Incident signOff(String id, String task, String by) {
    return change(id, i -> Records.signOff(i, task, by, clock.instant()));
  }

  @Override
  public synchronized Incident mark(String id, String by, boolean useful) {
    return change(id, i -> Records.mark(i, by, useful, clock.instant()));
  }

  /** Adds a line of our own to the log. */
  public synchronized Incident record(String id, Entry.Kind kind, String by, String... details) {
    return change(id, i -> Records.say(i, kind, by, clock.instant(), details));
  }

  @Override
  public List<Incident> all(int limit) {
    return incidents.values().stream()
        .filter(Incident::fired)
        .sorted(Comparator.comparing(Incident::startedAt).reversed().thenComparing(Incident::id))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Incident> find(String id) {
    return Optional.ofNullable(incidents.get(id));
  }

  @Override
  public Subscription follow(Consumer<Incident> listener) {
    followers.add(listener);
    return () -> followers.remove(listener);
  }

  @Override
  public List<Alert> latest(int limit) {
    return incidents.values().stream()
        .flatMap(incident -> incident.alert().stream())
        .sorted(Comparator.comparing(Alert::startedAt).reversed().thenComparing(Alert::id))
        .limit(limit)
        .toList();
  }

  /** Hears of an alert when it begins, becomes worse or ends: not of every line of its log. */
  @Override
  public Subscription subscribe(Consumer<Alert> listener) {
    Map<String, Alert> last = new ConcurrentHashMap<>();
    return follow(
        incident ->
            incident
                .alert()
                .filter(alert -> !alert.equals(last.put(alert.id(), alert)))
                .ifPresent(listener));
  }
}
