package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.ChannelTester;
import ouidire.core.alert.Entry;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.OnCallNow;
import ouidire.core.alert.ReplaySummary;

/** Back-tests, tests of channels, exercises, and who is on call. */
final class AlertToolsResource {
  private static final Duration LONGEST = Duration.ofDays(370);

  private final AlertPorts alerts;
  private final InstantSource clock;

  AlertToolsResource(AlertPorts alerts, InstantSource clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  void backtest(Context call) throws IOException {
    JsonNode body = AlertCalls.body(call);
    Instant to = time(body, "to", clock.instant());
    Instant from = time(body, "from", to.minus(Duration.ofDays(30)));
    if (!from.isBefore(to) || from.plus(LONGEST).isBefore(to)) {
      throw AlertCalls.unreadable("from < to < from + 370 d");
    }
    AlertRule rule = rule(body.path("rule"));
    List<Incident> played =
        AlertCalls.doing("thing.rule", rule.id(), () -> alerts.replay().play(rule, from, to));
    AlertCalls.answer(call, ReplaySummary.of(rule, from, to, played));
  }

  /** A document, or the id of one that is kept. */
  private AlertRule rule(JsonNode given) {
    if (given.isTextual()) {
      return alerts
          .documents()
          .get()
          .rule(given.asText())
          .orElseThrow(() -> AlertCalls.missing("thing.rule", given.asText()));
    }
    ObjectNode document = given.deepCopy() instanceof ObjectNode o ? o : AlertCalls.object();
    document.remove("quality");
    return AlertCalls.doing(
        "thing.rule", "", () -> IncidentJson.document(document, AlertRule.class));
  }

  private static Instant time(JsonNode body, String key, Instant otherwise) {
    if (!body.hasNonNull(key)) {
      return otherwise;
    }
    try {
      return Instant.parse(body.path(key).asText());
    } catch (DateTimeException e) {
      throw AlertCalls.unreadable(key + ": 2026-03-01T14:05:00Z");
    }
  }

  void test(Context call) {
    String id = call.pathParam("id");
    ChannelTester.Outcome outcome =
        AlertCalls.doing("thing.channel", id, () -> alerts.tests().test(id));
    AlertCalls.answer(
        call,
        AlertCalls.object().put("delivered", outcome.delivered()).put("detail", outcome.detail()));
  }

  void onCall(Context call) {
    Parameters.none(call);
    AlertCalls.answer(call, OnCallNow.of(alerts.documents().get(), clock.instant()));
  }

  void beginDrill(Context call) throws IOException {
    JsonNode body = AlertCalls.body(call);
    Set<String> channels = new LinkedHashSet<>();
    body.path("channels").forEach(each -> channels.add(each.asText()));
    String brand = body.path("brand").asText("");
    double speed = body.path("speed").asDouble(10);
    Boolean unused =
        AlertCalls.doing(
            "thing.brand",
            brand,
            () -> {
              alerts.drills().begin(brand, speed, channels, AlertCalls.by(call));
              return true;
            });
    call.status(HttpStatus.ACCEPTED);
    AlertCalls.answer(call, drill());
  }

  void drill(Context call) {
    Parameters.none(call);
    AlertCalls.answer(call, drill());
  }

  void endDrill(Context call) {
    alerts.drills().end(AlertCalls.by(call));
    call.status(HttpStatus.NO_CONTENT);
  }

  /** How long each who acted took to. */
  private ObjectNode drill() {
    ObjectNode answer = AlertCalls.object();
    answer.put("underWay", alerts.drills().underWay().isPresent());
    ArrayNode times = answer.putArray("timesToAcknowledge");
    alerts
        .drills()
        .underWay()
        .ifPresent(
            incident -> {
              answer.put("incident", incident.id());
              Instant fired = incident.firedAt();
              incident.log().stream()
                  .filter(entry -> entry.kind() == Entry.Kind.ACKNOWLEDGED && fired != null)
                  .forEach(
                      entry ->
                          times
                              .addObject()
                              .put("by", entry.by())
                              .put("seconds", Duration.between(fired, entry.at()).toSeconds()));
            });
    return answer;
  }
}
