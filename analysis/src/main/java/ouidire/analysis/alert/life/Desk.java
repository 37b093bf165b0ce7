package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
  private final Ledger ledger;
  private final InstantSource clock;
  private final Instant opened;

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
    this.ledger = new Ledger(store, board);
    this.clock = clock;
    this.opened = clock.instant();
  }

  private Incident change(String id, UnaryOperator<Incident> change) {
    Incident before = ledger.find(id);
    if (before == null) {
      throw new NoSuchElementException("incident " + id + " does not exist; check its id");
    }
    return ledger.put(before, change.apply(before));
  }

  /**
   * Keeps all changes of some work in one go when it is done: many brands at one moment, say.
   * Nobody else changes anything meanwhile. When it fails half-way, or they could not be kept, all
   * is as before.
   *
   * @throws IncidentStore.NotKeptException when they could not be kept
   */
  public synchronized void together(Runnable work) {
    ledger.together(work);
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
    Beginning beginning = new Beginning(set, ledger.byId().values(), now, drill);
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
        ledger.put(incident, life.hear(incident, holding, eased, spent, now));
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
        ledger.put(incident, life.join(incident, judgement, beginning.overBudget(judgement), now));
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
    Incident same = ledger.find(Keys.id(key));
    if (same != null) {
      Instant ended = same.endedAt();
      if (ended == null || !now.isAfter(ended)) {
        // A replay of what is known.
        return;
      }
      key = Keys.finer(workspace, rule, brand, now);
    }
    List<Mute> mutes = beginning.mutes(judgement);
    ledger.put(null, life.open(Keys.id(key), key, judgement, now, drill, mutes));
  }

  private List<Incident> openOf(String brand, boolean drill) {
    return ledger.open().stream()
        .filter(incident -> incident.brand().equals(brand) && incident.exercise() == drill)
        .toList();
  }

  /** Lets time pass for all. */
  public synchronized void tick(Instant now) {
    if (ledger.open().isEmpty()) {
      return;
    }
    Life life = life();
    for (Incident incident : ledger.open()) {
      Incident ticked = life.tick(incident, now);
      if (Beginning.inhibitorIsOver(ticked, ledger.byId())) {
        ticked = life.unmute(ticked, Mute.Kind.INHIBITED, Entry.OURSELVES, now);
      }
      ledger.put(incident, ticked);
    }
  }

  /** The incidents that go on. */
  public synchronized List<Incident> openIncidents() {
    return ledger.open();
  }

  /** Ends all exercises. */
  public synchronized void endDrills(String by) {
    for (Incident incident : ledger.open()) {
      if (incident.exercise()) {
        Resolution over = new Resolution(false, by, "drill_over", "");
        ledger.put(incident, life().resolve(incident, over, clock.instant()));
      }
    }
  }

  /** A message that is due, of an incident. */
  public record Owed(Incident incident, Dispatch dispatch) {}

  /** What is to be sent now: of each incident and channel the oldest message that waits. */
  public synchronized List<Owed> owed(Instant now) {
    List<Owed> due = new ArrayList<>();
    for (Incident incident : ledger.owing()) {
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
   * Notes that messages are about to be sent, before they are: until its outcome is kept one is in
   * doubt. What a process before this one left in doubt was probably sent; it is owed again only
   * once this one has lived for {@link #DOUBT}, so that one that dies again and again does not
   * repeat it each time.
   */
  public synchronized void sending(Collection<Owed> messages) {
    Instant now = clock.instant();
    ledger.together(
        () -> {
          for (Owed owed : messages) {
            String dispatch = owed.dispatch().id();
            change(owed.incident().id(), incident -> Outbox.sending(incident, dispatch, now));
          }
        });
  }

  /** What became of sending messages. */
  public synchronized void sent(Map<Owed, Sent> outcomes) {
    Instant now = clock.instant();
    Outbox outbox = new Outbox(policy.get());
    ledger.together(
        () ->
            outcomes.forEach(
                (owed, outcome) ->
                    change(
                        owed.incident().id(),
                        incident -> outbox.after(incident, owed.dispatch().id(), outcome, now))));
  }

  /**
   * Makes sure that incidents are still this process's to speak of, by keeping them again as they
   * are.
   *
   * @throws IncidentStore.TakenOverException when another process keeps incidents now
   */
  public synchronized void confirm(Collection<String> ids) {
    ledger.confirm(ids);
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
    Incident before = ledger.find(what.incident());
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
    ledger.put(before, draft.done());
    return true;
  }

  /**
   * Adds lines of our own to the log of an incident.
   *
   * @param lines the details of each, by name
   */
  public synchronized Incident record(String id, Entry.Kind kind, List<Map<String, String>> lines) {
    return change(id, i -> Records.say(i, kind, Entry.OURSELVES, clock.instant(), lines));
  }
}
