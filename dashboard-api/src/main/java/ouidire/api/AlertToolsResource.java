package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import ouidire.api.problem.Message;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDocument;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.ChannelTester;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.KnownBrands;
import ouidire.core.alert.OnCallNow;
import ouidire.core.alert.ReplaySummary;
import ouidire.core.alert.Route;
import ouidire.core.alert.RouteTester;
import ouidire.core.alert.RuleReplay;
import ouidire.core.brand.BrandCatalogue;

/** Back-tests, tests of channels and of routes, and who is on call. */
final class AlertToolsResource {
  private static final Duration LONGEST = Duration.ofDays(370);

  /** What the API adds to a rule that it shows. */
  private static final List<String> ADDED =
      List.of("quality", "label", "version", "changedAt", "changedBy", "origin");

  private final AlertPorts alerts;
  private final KnownBrands brands;
  private final InstantSource clock;

  AlertToolsResource(AlertPorts alerts, BrandCatalogue brands, InstantSource clock) {
    this.alerts = alerts;
    this.brands = new KnownBrands(brands);
    this.clock = clock;
  }

  void backtest(Context call) throws IOException {
    JsonNode body = AlertCalls.body(call);
    Instant to = time(body, "to", clock.instant());
    Instant from = time(body, "from", to.minus(Duration.ofDays(30)));
    if (!from.isBefore(clock.instant())) {
      throw AlertCalls.wrong("from", text(from), Message.of("remedy.past"));
    }
    if (!from.isBefore(to) || from.plus(LONGEST).isBefore(to)) {
      throw AlertCalls.wrong("from", text(from), Message.of("remedy.span", to.toString()));
    }
    AlertRule rule = rule(body.path("rule"));
    RuleReplay.Played played =
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
    document.remove(ADDED);
    return AlertCalls.doing(
        "thing.rule",
        "",
        () -> {
          AlertRule rule = IncidentJson.document(document, AlertRule.class);
          rule.requireComplete();
          brands.requireIn(rule);
          return rule;
        });
  }

  private static JsonNode text(Instant at) {
    return AlertCalls.object().textNode(at.toString());
  }

  private static Instant time(JsonNode body, String key, Instant otherwise) {
    if (!body.hasNonNull(key)) {
      return otherwise;
    }
    try {
      return Instant.parse(body.path(key).asText());
    } catch (DateTimeException e) {
      throw AlertCalls.wrong(key, body.path(key), Message.of("remedy.moment"));
    }
  }

  void test(Context call) {
    String id = call.pathParam("id");
    Instant begun = clock.instant();
    ChannelTester.Outcome outcome =
        AlertCalls.doing("thing.channel", id, () -> alerts.tests().test(id));
    AlertCalls.answer(
        call,
        AlertCalls.object()
            .put("delivered", outcome.delivered())
            .put("detail", outcome.detail().in(AnswerLanguage.of(call)))
            .put("code", outcome.code())
            .put("milliseconds", Duration.between(begun, clock.instant()).toMillis()));
  }

  void onCall(Context call) {
    Parameters.none(call);
    AlertCalls.answer(
        call, OnCallNow.of(alerts.documents().get(), clock.instant(), AnswerLanguage.of(call)));
  }

  /** Who would be told of an incident, by the tree in force or by one that is being written. */
  void routes(Context call) throws IOException {
    JsonNode body = AlertCalls.body(call);
    Instant at = time(body, "at", clock.instant());
    Alert.Severity severity = severity(body.path("severity").asText("warning"));
    RouteTester.Plan plan =
        AlertCalls.doing(
            "thing.routes",
            "",
            () ->
                alerts
                    .routing()
                    .plan(
                        tree(body), brand(body), severity, body.path("kind").asText("crisis"), at));
    AlertCalls.answer(call, IncidentJson.tree(plan));
  }

  private String brand(JsonNode body) {
    String id = body.path("brand").asText("");
    if (!id.isEmpty()) {
      brands.require("brand", id);
    }
    return id;
  }

  private List<Route> tree(JsonNode body) {
    if (!body.path("routes").isArray()) {
      return alerts.documents().get().routes();
    }
    ObjectNode tree = AlertCalls.object();
    tree.set("routes", body.path("routes"));
    return IncidentJson.document(tree, AlertDocument.RouteTree.class).routes();
  }

  private static Alert.Severity severity(String word) {
    for (Alert.Severity each : Alert.Severity.values()) {
      if (each.name().equalsIgnoreCase(word)) {
        return each;
      }
    }
    throw Parameters.noneOf("severity", word, List.of("watch", "warning", "crisis"));
  }
}
