package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Drills;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Role;
import ouidire.core.alert.ShippedNames;
import ouidire.core.alert.UnansweredException;
import ouidire.core.alert.WhoActed;

/** {@code /api/v1/drill}: the exercise under way, and what those before it have shown. */
final class DrillResource {
  private static final int PAST = 50;
  private static final double USUAL_SPEED = 10;

  private final AlertPorts alerts;

  DrillResource(AlertPorts alerts) {
    this.alerts = alerts;
  }

  void show(Context call) {
    Parameters.none(call);
    AlertCalls.answer(call, answer(AnswerLanguage.of(call)));
  }

  void begin(Context call) throws IOException {
    JsonNode body = AlertCalls.body(call);
    Set<String> channels = channels(body.path("channels"));
    JsonNode speed = body.path("speed");
    if (!speed.isMissingNode() && !speed.isNumber()) {
      throw AlertCalls.wrong("speed", speed, Message.of("remedy.number", "1", "1000"));
    }
    List<String> scenarios = alerts.drills().scenarios();
    String scenario = body.path("scenario").asText(scenarios.getFirst());
    JsonNode named = body.path("brand");
    String brand = named.isMissingNode() ? brandOf(scenario) : named.asText("");
    double times = speed.asDouble(USUAL_SPEED);
    doing(
        brand,
        "conflict.drill",
        () -> alerts.drills().begin(brand, scenario, times, channels, AlertCalls.by(call)));
    call.status(HttpStatus.ACCEPTED);
    AlertCalls.answer(call, answer(AnswerLanguage.of(call)));
  }

  /**
   * Does it. What is asked of exercises does not wait for a process that alerts as decisions about
   * incidents do: it is dropped, and to be asked for again.
   */
  private static void doing(String brand, String conflict, Runnable action) {
    Boolean unused =
        AlertCalls.doing(
            "thing.brand",
            brand,
            () -> {
              try {
                action.run();
                return true;
              } catch (UnansweredException e) {
                throw Problem.of(ProblemKind.UNAVAILABLE, Message.of("busy.drill"), "30")
                    .exception();
              } catch (IllegalStateException e) {
                throw Problem.of(ProblemKind.CONFLICT, Message.of(conflict)).exception();
              }
            });
  }

  /** A crisis that was is its brand's. */
  private String brandOf(String scenario) {
    if (!scenario.startsWith(Drills.RECORDED)) {
      return "";
    }
    String id = scenario.substring(Drills.RECORDED.length());
    return alerts
        .incidents()
        .find(id)
        .map(Incident::brand)
        .orElseThrow(() -> AlertCalls.missing("thing.incident", id));
  }

  /** A channel that is misspelt would stay quiet, and the exercise would teach the wrong thing. */
  private Set<String> channels(JsonNode given) {
    if (!given.isMissingNode() && !given.isArray()) {
      throw AlertCalls.wrong("channels", given, Message.of("remedy.list"));
    }
    List<String> known =
        alerts.documents().get().channels().stream()
            .filter(Channel::enabled)
            .map(Channel::id)
            .toList();
    Set<String> channels = new LinkedHashSet<>();
    for (JsonNode each : given) {
      if (!known.contains(each.asText())) {
        Message remedy = Message.of("remedy.channel", String.join(", ", known));
        throw AlertCalls.wrong("channels[" + channels.size() + "]", each, remedy);
      }
      channels.add(each.asText());
    }
    return channels;
  }

  void end(Context call) {
    doing("", "conflict.drill-end", () -> alerts.drills().end(AlertCalls.by(call)));
    call.status(HttpStatus.NO_CONTENT);
  }

  private ObjectNode answer(Locale reader) {
    ObjectNode answer = AlertCalls.object();
    @Nullable Incident incident = alerts.drills().underWay().orElse(null);
    boolean played = alerts.drills().progress().isPresent();
    answer.put("underWay", incident != null || played);
    ArrayNode scenarios = answer.putArray("scenarios");
    alerts.drills().scenarios().forEach(scenarios::add);
    alerts
        .drills()
        .progress()
        .ifPresent(
            now -> {
              ObjectNode progress = answer.putObject("progress");
              progress.put("brand", now.brand()).put("scenario", now.scenario());
              progress.put("speed", now.speed()).put("said", now.said()).put("of", now.of());
              progress.put("endsAt", now.endsAt().toString());
              ArrayNode channels = progress.putArray("channels");
              now.channels().stream().sorted().forEach(channels::add);
            });
    times(answer.putArray("timesToAcknowledge"), incident, reader);
    ArrayNode roles = answer.putArray("roles");
    if (incident != null) {
      answer.put("incident", incident.id());
      answer.put("firedAt", String.valueOf(incident.firedAt()));
      roles(roles, incident, reader);
    }
    ArrayNode history = answer.putArray("history");
    alerts.incidents().all(Integer.MAX_VALUE).stream()
        .filter(each -> each.exercise() && !each.open())
        .limit(PAST)
        .forEach(each -> past(history.addObject(), each, reader));
    return answer;
  }

  /** How long each who acted took to. */
  private void times(ArrayNode times, @Nullable Incident incident, Locale reader) {
    if (incident == null || incident.firedAt() == null) {
      return;
    }
    Instant fired = incident.firedAt();
    for (Entry entry : incident.log()) {
      if (entry.kind() == Entry.Kind.ACKNOWLEDGED) {
        times.addObject().put("by", who(entry, reader)).put("seconds", seconds(fired, entry));
      }
    }
  }

  private String who(Entry entry, Locale reader) {
    return WhoActed.said(entry.by(), alerts.documents().get(), reader);
  }

  private static long seconds(Instant fired, Entry entry) {
    return Duration.between(fired, entry.at()).toSeconds();
  }

  /** The first of each role to act, and after how long; nobody where nobody did. */
  private void roles(ArrayNode roles, Incident incident, Locale reader) {
    AlertPolicy policy = alerts.documents().get();
    Instant fired = incident.firedAt();
    for (Role role : policy.roles()) {
      ObjectNode json = roles.addObject().put("role", role.id());
      json.put("name", ShippedNames.in(reader, role));
      incident.log().stream()
          .filter(
              entry -> entry.kind() == Entry.Kind.ACKNOWLEDGED && WhoActed.holds(role, entry.by()))
          .findFirst()
          .ifPresent(
              entry -> {
                json.put("by", who(entry, reader));
                if (fired != null) {
                  json.put("seconds", seconds(fired, entry));
                }
              });
    }
  }

  private void past(ObjectNode json, Incident incident, Locale reader) {
    json.put("incident", incident.id()).put("brand", incident.brand());
    json.put("scenario", PlaybookWords.idOf(incident, alerts.documents().get()));
    json.put("startedAt", incident.startedAt().toString());
    json.put("firedAt", incident.firedAt() == null ? null : incident.firedAt().toString());
    json.put("endedAt", incident.endedAt() == null ? null : incident.endedAt().toString());
    json.put("tasksDone", incident.tasks().stream().filter(t -> t.doneAt() != null).count());
    json.put("tasksAll", incident.tasks().size());
    roles(json.putArray("roles"), incident, reader);
  }
}
