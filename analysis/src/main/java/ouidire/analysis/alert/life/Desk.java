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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.alert.rule.Judgement;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Decided;
import ouidire.core.alert.DecidingDesk;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Incident.Resolution;
import ouidire.core.alert.Mute;

/**
 * All incidents. Rules, time, people and channels change them here, one change after the other;
 * each is kept before anybody sees it.
 */
public final class Desk extends OnBoard implements DecidingDesk {
  /** How long what was left in doubt waits. */
  public static final Duration DOUBT = Duration.ofSeconds(5);

  private final Supplier<AlertPolicy> policy;
  private final IncidentStore store;
  private final InstantSource clock;
  private final Instant opened;
  private final Map<String, Incident> open = new LinkedHashMap<>();
  private final Map<String, Incident> owing = new LinkedHashMap<>();

  /**
   * Opens the desk with what the store holds.
   *
   * @param policy what people have set, now; asked at every change
   * @param clock for what people do; rules and time come with their own
   */
  public Desk(Supplier<AlertPolicy> policy, IncidentStore store, InstantSource clock) {
    this(policy, store, clock, new Board());
  }

  /** Opens the desk on a board that is there already; those who follow it hear what they missed. */
  public Desk(Supplier<AlertPolicy> policy, IncidentStore store, InstantSource clock, Board board) {
    super(board);
    this.policy = policy;
    this.store = store;
    this.clock = clock;
    this.opened = clock.instant();
    for (Incident incident : store.read()) {
      board.catchUp(incident);
      file(incident);
    }
  }

  private void file(Incident incident) {
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
    board.put(after);
    file(after);
    board.tell(after);
    return after;
  }

  private Incident change(String id, UnaryOperator<Incident> change) {
    Incident before = board.incidents().get(id);
    if (before == null) {
      throw new NoSuchElementException("incident " + id + " does not exist; check its id");
    }
    return keep(before, change.apply(before));
  }

  private Life life() {
    return new Life(policy.get());
  }

  private Deeds deeds() {
    return new Deeds(policy.get());
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
    Beginning beginning = new Beginning(set, board.incidents().values(), now, drill);
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
        boolean spent = holding != null && beginning.overBudget(holding);
        keep(incident, life.hear(incident, holding, eased, spent, now));
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
        keep(incident, life.join(incident, judgement, beginning.overBudget(judgement), now));
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
    Incident same = board.incidents().get(Keys.id(key));
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
      if (Beginning.inhibitorIsOver(ticked, board.incidents())) {
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
          Instant left = dispatch.sendingSince();
          boolean doubted = left != null && now.isBefore(opened.plus(DOUBT));
          if (!dispatch.nextTry().isAfter(now) && !doubted) {
            due.add(new Owed(incident, dispatch));
          }
        }
      }
    }
    return due;
  }

  /**
   * Notes that a message is about to be sent, before it is: until its outcome is kept it is in
   * doubt. What a process before this one left in doubt was probably sent; it is owed again only
   * once this one has lived for {@link #DOUBT}, so that one that dies again and again does not
   * repeat it each time.
   */
  public synchronized void sending(String id, String dispatch) {
    Instant now = clock.instant();
    change(id, incident -> Outbox.sending(incident, dispatch, now));
  }

  /** What became of sending a message. */
  public synchronized void sent(String id, String dispatch, Sent outcome) {
    Instant now = clock.instant();
    change(id, incident -> new Outbox(policy.get()).after(incident, dispatch, outcome, now));
  }

  @Override
  public synchronized Incident decide(String id, String by, Decision.Deed deed) {
    return change(id, incident -> deeds().done(incident, deed, by, clock.instant()));
  }

  /**
   * Carries out what was decided at another process, once however often it is called: that it was
   * dealt with, and why nothing was done if so, is kept in the same record as its effect.
   *
   * @return false when the decision was dealt with before, or there is no such incident
   */
  public synchronized boolean carryOut(String decision, String by, Decision.OnIncident what) {
    Incident before = board.find(what.incident()).orElse(null);
    if (before == null || before.decided(decision).isPresent()) {
      return false;
    }
    Instant now = clock.instant();
    Draft draft;
    try {
      draft = new Draft(deeds().done(before, what.deed(), by, now), now);
      draft.decided.add(new Decided(decision, null));
    } catch (NoSuchElementException | IllegalStateException e) {
      draft = new Draft(before, now);
      draft.decided.add(new Decided(decision, String.valueOf(e.getMessage())));
    }
    keep(before, draft.done());
    return true;
  }

  /** Adds a line of our own to the log. */
  public synchronized Incident record(String id, Entry.Kind kind, String by, String... details) {
    return change(id, i -> Records.say(i, kind, by, clock.instant(), details));
  }
}
