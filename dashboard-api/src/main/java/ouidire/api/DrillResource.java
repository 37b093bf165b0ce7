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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.Role;

/** {@code /api/v1/drill}: the exercise under way, and what those before it have shown. */
final class DrillResource {
  private static final int PAST = 50;

  private final AlertPorts alerts;

  DrillResource(AlertPorts alerts) {
    this.alerts = alerts;
  }

  void show(Context call) {
    Parameters.none(call);
    AlertCalls.answer(call, answer());
  }

  void begin(Context call) throws IOException {
    JsonNode body = AlertCalls.body(call);
    Set<String> channels = new LinkedHashSet<>();
    body.path("channels").forEach(each -> channels.add(each.asText()));
    String brand = body.path("brand").asText("");
    double speed = body.path("speed").asDouble(10);
    List<String> scenarios = alerts.drills().scenarios();
    String scenario = body.path("scenario").asText(scenarios.getFirst());
    Boolean unused =
        AlertCalls.doing(
            "thing.brand",
            brand,
            () -> {
              alerts.drills().begin(brand, scenario, speed, channels, AlertCalls.by(call));
              return true;
            });
    call.status(HttpStatus.ACCEPTED);
    AlertCalls.answer(call, answer());
  }

  void end(Context call) {
    alerts.drills().end(AlertCalls.by(call));
    call.status(HttpStatus.NO_CONTENT);
  }

  private ObjectNode answer() {
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
    times(answer.putArray("timesToAcknowledge"), incident);
    ArrayNode roles = answer.putArray("roles");
    if (incident != null) {
      answer.put("incident", incident.id());
      answer.put("firedAt", String.valueOf(incident.firedAt()));
      roles(roles, incident);
    }
    ArrayNode history = answer.putArray("history");
    alerts.incidents().all(Integer.MAX_VALUE).stream()
        .filter(each -> each.exercise() && !each.open())
        .limit(PAST)
        .forEach(each -> past(history.addObject(), each));
    return answer;
  }

  /** How long each who acted took to. */
  private static void times(ArrayNode times, @Nullable Incident incident) {
    if (incident == null || incident.firedAt() == null) {
      return;
    }
    Instant fired = incident.firedAt();
    for (Entry entry : incident.log()) {
      if (entry.kind() == Entry.Kind.ACKNOWLEDGED) {
        times.addObject().put("by", entry.by()).put("seconds", seconds(fired, entry));
      }
    }
  }

  private static long seconds(Instant fired, Entry entry) {
    return Duration.between(fired, entry.at()).toSeconds();
  }

  /** The first of each role to act, and after how long; nobody where nobody did. */
  private void roles(ArrayNode roles, Incident incident) {
    AlertPolicy policy = alerts.documents().get();
    Instant fired = incident.firedAt();
    for (Role role : policy.roles()) {
      ObjectNode json = roles.addObject().put("role", role.id()).put("name", role.name());
      incident.log().stream()
          .filter(entry -> entry.kind() == Entry.Kind.ACKNOWLEDGED && holds(role, entry.by()))
          .findFirst()
          .ifPresent(
              entry -> {
                json.put("by", entry.by());
                if (fired != null) {
                  json.put("seconds", seconds(fired, entry));
                }
              });
    }
  }

  /** Whether a line of the log was written for a role: by its link, its people, or in its name. */
  private static boolean holds(Role role, String by) {
    if (by.equals(role.id()) || by.endsWith(IncidentsResource.FOR + role.id())) {
      return true;
    }
    Role.Rota rota = role.rota();
    return rota != null
        && (rota.people().contains(by)
            || rota.replacements().stream().anyMatch(each -> each.person().equals(by)));
  }

  private void past(ObjectNode json, Incident incident) {
    json.put("incident", incident.id()).put("brand", incident.brand());
    json.put("scenario", PlaybookWords.idOf(incident, alerts.documents().get()));
    json.put("startedAt", incident.startedAt().toString());
    json.put("firedAt", incident.firedAt() == null ? null : incident.firedAt().toString());
    json.put("endedAt", incident.endedAt() == null ? null : incident.endedAt().toString());
    json.put("tasksDone", incident.tasks().stream().filter(t -> t.doneAt() != null).count());
    json.put("tasksAll", incident.tasks().size());
    roles(json.putArray("roles"), incident);
  }
}
