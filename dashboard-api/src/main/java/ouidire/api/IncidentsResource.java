package ouidire.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.api.problem.Message;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.WhoActed;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

/** {@code /api/v1/incidents}: what goes on, its whole story, and what people do about it. */
final class IncidentsResource {
  private static final String THING = "thing.incident";
  private static final Set<String> REASONS = Set.of("handled", "false_alarm", "duplicate");
  private static final int MAX_TEXT = 4_000;

  /** A silence that nobody remembers would keep the next crisis from being heard. */
  private static final Duration LONGEST_SILENCE = Duration.ofDays(30);

  private final AlertPorts alerts;
  private final MentionHistory history;
  private final InstantSource clock;

  IncidentsResource(AlertPorts alerts, MentionHistory history, InstantSource clock) {
    this.alerts = alerts;
    this.history = history;
    this.clock = clock;
  }

  /** Which incidents are listed. */
  enum Shown {
    ALL,
    OPEN,
    RESOLVED
  }

  void list(Context call) {
    Parameters given = Parameters.of(call, Parameters.names("state", "brand", "limit"));
    Shown state = given.word("state", Shown.class).orElse(Shown.ALL);
    Set<String> brands = given.many("brand");
    int limit = given.number("limit", 50, 1, 1_000);
    List<Incident> found =
        alerts.incidents().all(Integer.MAX_VALUE).stream()
            .filter(i -> state == Shown.ALL || i.open() == (state == Shown.OPEN))
            .filter(i -> brands.isEmpty() || brands.contains(i.brand()))
            .limit(limit)
            .toList();
    ObjectNode answer = AlertCalls.object();
    ArrayNode all = answer.putArray("incidents");
    IncidentWords words = new IncidentWords(alerts.documents().get(), AnswerLanguage.of(call));
    found.forEach(
        incident -> {
          ObjectNode json = summary(incident);
          words.putInto(json);
          all.add(json);
        });
    AlertCalls.answer(call, answer);
  }

  /** Without log and outbox. */
  private static ObjectNode summary(Incident incident) {
    ObjectNode json = (ObjectNode) IncidentJson.tree(incident);
    json.remove(List.of("log", "outbox", "tasks"));
    json.put("tasksDone", incident.tasks().stream().filter(t -> t.doneAt() != null).count());
    json.put("tasksAll", incident.tasks().size());
    return json;
  }

  void one(Context call) {
    Parameters.none(call);
    answer(call, found(call));
  }

  private void answer(Context call, Incident incident) {
    ObjectNode json = (ObjectNode) IncidentJson.tree(incident);
    json.put("intact", incident.tamperedAt().isEmpty());
    Locale reader = AnswerLanguage.of(call);
    PlaybookWords.put(json, incident, alerts.documents().get(), reader);
    new IncidentWords(alerts.documents().get(), reader).putInto(json);
    if (incident.exercise()) {
      said(json.putArray("said"), incident);
    }
    AlertCalls.answer(call, json);
  }

  /** What is said in an exercise is in no history: the incident brings it along. */
  private void said(ArrayNode said, Incident incident) {
    for (String id : incident.signal().mentions()) {
      alerts
          .drills()
          .mention(id)
          .ifPresent(mention -> said.addRawValue(new RawValue(text(mention))));
    }
  }

  private static String text(AnalysedMention mention) {
    return new String(MentionJson.write(mention), StandardCharsets.UTF_8);
  }

  private interface Action {
    Incident on(String id, String by);
  }

  private void act(Context call, Action action) {
    String id = call.pathParam("id");
    answer(call, AlertCalls.doing(THING, id, () -> action.on(id, AlertCalls.by(call))));
  }

  void acknowledge(Context call) throws IOException {
    ActionBody body = ActionBody.of(call, "minutes", "role");
    OptionalInt minutes = body.number("minutes", 1, 43_200);
    @Nullable Duration lasting =
        minutes.isPresent() ? Duration.ofMinutes(minutes.getAsInt()) : null;
    String role = body.text("role", MAX_TEXT);
    if (!role.isEmpty() && alerts.documents().get().role(role).isEmpty()) {
      throw AlertCalls.missing("thing.role", role);
    }
    act(
        call,
        (id, by) ->
            alerts.desk().acknowledge(id, role.isEmpty() ? by : by + WhoActed.FOR + role, lasting));
  }

  void resolve(Context call) throws IOException {
    ActionBody body = ActionBody.of(call, "reason", "note");
    String reason = body.json().path("reason").asText("handled");
    if (!REASONS.contains(reason)) {
      throw body.wrong("reason", Message.of("remedy.one-of", "handled, false_alarm, duplicate"));
    }
    String note = body.text("note", MAX_TEXT);
    act(call, (id, by) -> alerts.desk().resolve(id, by, reason, note));
  }

  void silence(Context call) throws IOException {
    ActionBody body = ActionBody.of(call, "until");
    Instant until = body.moment("until");
    Instant now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SILENCE))) {
      Message remedy = Message.of("remedy.ahead", String.valueOf(LONGEST_SILENCE.toDays()));
      throw body.wrong("until", remedy);
    }
    act(call, (id, by) -> alerts.desk().silence(id, by, until));
  }

  void unsilence(Context call) throws IOException {
    nothingSaid(call);
    act(call, alerts.desk()::unsilence);
  }

  void escalate(Context call) throws IOException {
    nothingSaid(call);
    act(call, alerts.desk()::escalate);
  }

  private static void nothingSaid(Context call) throws IOException {
    ActionBody unused = ActionBody.of(call);
  }

  void note(Context call) throws IOException {
    ActionBody body = ActionBody.of(call, "text", "observed");
    String text = body.someText("text", MAX_TEXT);
    boolean observed = body.optionalFlag("observed");
    act(call, (id, by) -> alerts.desk().note(id, by, text, observed));
  }

  void mark(Context call) throws IOException {
    boolean useful = ActionBody.of(call, "useful").flag("useful");
    act(call, (id, by) -> alerts.desk().mark(id, by, useful));
  }

  void task(Context call) throws IOException {
    boolean done = ActionBody.of(call, "done").flag("done");
    String task = stepOf(call);
    act(call, (id, by) -> alerts.desk().task(id, task, by, done));
  }

  void signOff(Context call) throws IOException {
    nothingSaid(call);
    String task = stepOf(call);
    act(call, (id, by) -> alerts.desk().signOff(id, task, by));
  }

  /** The step of the address: it is the step that is missing then, not the incident. */
  private String stepOf(Context call) {
    String id = call.pathParam("task");
    if (found(call).tasks().stream().noneMatch(task -> task.id().equals(id))) {
      throw AlertCalls.missing("thing.task", id);
    }
    return id;
  }

  void postMortem(Context call) {
    Parameters.none(call);
    Incident incident = found(call);
    Locale reader = AnswerLanguage.of(call);
    call.header(
        "Content-Disposition", "attachment; filename=\"incident-" + incident.id() + ".md\"");
    call.contentType("text/markdown;charset=utf-8")
        .result(PostMortem.of(incident, alerts.documents().get(), reader));
  }

  /** What was preserved of the mentions that drove it, with their texts as they are now. */
  void evidence(Context call) {
    Parameters.none(call);
    Incident incident = found(call);
    ObjectNode json = EvidenceFile.of(incident, history);
    call.header(
        "Content-Disposition", "attachment; filename=\"preuves-" + incident.id() + ".json\"");
    AlertCalls.answer(call, json);
  }

  private Incident found(Context call) {
    String id = call.pathParam("id");
    return alerts.incidents().find(id).orElseThrow(() -> AlertCalls.missing(THING, id));
  }
}
