package ouidire.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.ChannelTester;
import ouidire.core.alert.DecisionLog;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Drills;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentDesk;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.Incidents;
import ouidire.core.alert.Playbook;
import ouidire.core.alert.Reason;
import ouidire.core.alert.RouteTester;
import ouidire.core.alert.RuleReplay;
import ouidire.core.alert.Signal;
import ouidire.core.alert.SignedLinks.Link;
import ouidire.core.alert.Task;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.settings.SettingsStore;

/** Incidents in memory, which note down what was asked of them. */
final class AlertTwin implements Incidents, IncidentDesk, Drills {
  final Map<String, Incident> incidents = new LinkedHashMap<>();
  final List<String> asked = new ArrayList<>();
  final AlertDocuments documents;

  /** What comes of the next thing asked for; null where it is done. */
  @Nullable RuntimeException failing;

  AlertTwin(SettingsStore settings) {
    documents =
        new AlertDocuments(
            AlertPolicy.DEFAULT.withPlaybooks(
                List.of(
                    new Playbook(
                        "crise",
                        "Crise",
                        List.of("crisis"),
                        List.of(),
                        Map.of("attente", "…"),
                        null))),
            settings);
  }

  AlertPorts ports() {
    return new AlertPorts(
        this,
        this,
        documents,
        (rule, from, to) -> new RuleReplay.Played(List.copyOf(incidents.values()), 7),
        id -> {
          var unused = documents.get().channel(id).orElseThrow();
          return ChannelTester.Outcome.failed(new DeliveryFault(DeliveryFault.Kind.STATUS, "503"));
        },
        this,
        (routes, brand, severity, kind, at) ->
            new RouteTester.Plan(!routes.isEmpty(), List.of(), 0),
        (token, now) ->
            token.equals("bon") ? Optional.of(new Link("i1", "garde")) : Optional.empty());
  }

  /** Puts a firing incident there. */
  void fires(String id, Instant at) {
    Signal signal =
        new Signal(
            "crisis",
            "crisis",
            "erabelle",
            null,
            at,
            Alert.Severity.CRISIS,
            "negative",
            40,
            1.5,
            8,
            Signal.Figures.NONE,
            new Reason("40 mentions <b>", "40 mentions"),
            List.of(new Reason("91 % négatif.", "91% negative.")),
            List.of("m1"));
    incidents.put(
        id,
        new Incident(
            id,
            "ouidire:default:crisis:erabelle:x",
            "erabelle",
            null,
            List.of("crisis"),
            Alert.Severity.CRISIS,
            Incident.State.FIRING,
            false,
            at,
            at,
            at,
            null,
            null,
            40,
            null,
            null,
            List.of(),
            signal,
            Incident.Escalation.NONE,
            DecisionLog.with(
                List.of(), at, Entry.Kind.FIRED, "ouidire", Map.of("severity", "crisis")),
            List.of(new Task("crise-1", "communications", "Lire", null, false, null, null, null)),
            List.of(),
            null,
            List.of()));
  }

  /** Adds a line to the log of an incident, a second after the last. */
  void notes(String id, Entry.Kind kind, Map<String, String> details) {
    Incident was = Objects.requireNonNull(incidents.get(id));
    Instant at = was.log().getLast().at().plusSeconds(1);
    incidents.put(
        id,
        new Incident(
            was.id(),
            was.key(),
            was.brand(),
            was.story(),
            was.rules(),
            was.severity(),
            was.state(),
            was.exercise(),
            was.startedAt(),
            was.firedAt(),
            at,
            was.endedAt(),
            was.easedSince(),
            was.peak(),
            was.acknowledgement(),
            was.resolution(),
            was.mutes(),
            was.signal(),
            was.escalation(),
            DecisionLog.with(was.log(), at, kind, Entry.OURSELVES, details),
            was.tasks(),
            was.outbox(),
            was.useful(),
            List.of()));
  }

  /** Makes an incident owe these messages. */
  void owes(String id, Dispatch... outbox) {
    ObjectNode json = (ObjectNode) IncidentJson.tree(Objects.requireNonNull(incidents.get(id)));
    json.set("outbox", IncidentJson.tree(List.of(outbox)));
    incidents.put(id, IncidentJson.read(json.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private void fail() {
    RuntimeException now = failing;
    failing = null;
    if (now != null) {
      throw now;
    }
  }

  private Incident ask(String what, String id) {
    fail();
    asked.add(what);
    Incident incident = incidents.get(id);
    if (incident == null) {
      throw new NoSuchElementException(id);
    }
    return incident;
  }

  @Override
  public List<Incident> all(int limit) {
    return incidents.values().stream().limit(limit).toList();
  }

  @Override
  public Optional<Incident> find(String id) {
    return Optional.ofNullable(incidents.get(id));
  }

  @Override
  public Subscription follow(Consumer<Incident> listener) {
    return () -> {};
  }

  @Override
  public Incident acknowledge(String id, String by, @Nullable Duration lasting) {
    return ask("acknowledge " + by + " " + lasting, id);
  }

  @Override
  public Incident resolve(String id, String by, String reason, String note) {
    if (reason.equals("duplicate")) {
      throw new IllegalStateException("it is over");
    }
    return ask("resolve " + reason + " " + note, id);
  }

  @Override
  public Incident silence(String id, String by, Instant until) {
    return ask("silence " + until, id);
  }

  @Override
  public Incident unsilence(String id, String by) {
    return ask("unsilence", id);
  }

  @Override
  public Incident escalate(String id, String by) {
    return ask("escalate", id);
  }

  @Override
  public Incident note(String id, String by, String text, boolean observed) {
    return ask("note " + text + " " + observed, id);
  }

  @Override
  public Incident task(String id, String task, String by, boolean done) {
    return ask("task " + task + " " + done, id);
  }

  @Override
  public Incident signOff(String id, String task, String by) {
    return ask("sign-off " + task, id);
  }

  @Override
  public Incident mark(String id, String by, boolean useful) {
    return ask("mark " + useful, id);
  }

  @Override
  public void begin(String brand, String scenario, double speed, Set<String> channels, String by) {
    if (brand.isEmpty()) {
      throw new NoSuchElementException(brand);
    }
    fail();
    asked.add("drill " + brand + " " + scenario + " " + speed + " " + channels);
  }

  @Override
  public void end(String by) {
    fail();
    asked.add("end of drill");
  }

  @Override
  public Optional<Incident> underWay() {
    return Optional.empty();
  }

  @Override
  public Optional<Progress> progress() {
    return Optional.empty();
  }

  @Override
  public Optional<AnalysedMention> mention(String id) {
    return Optional.empty();
  }

  @Override
  public List<String> scenarios() {
    return List.of("produit", "fuite");
  }
}
