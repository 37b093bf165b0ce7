package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.AlertDocument;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.Campaign;
import ouidire.core.alert.CampaignFile;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentJson;

/** {@code /api/v1/rules}, {@code channels} and the like: one kind of document each. */
final class AlertDocumentsResource {
  private static final Logger AUDIT = LoggerFactory.getLogger("ouidire.api.audit");
  private static final int MAX_CALENDAR = 512 * 1024;

  private final AlertPorts alerts;
  private final AlertDocument document;
  private final String plural;

  AlertDocumentsResource(AlertPorts alerts, AlertDocument document, String plural) {
    this.alerts = alerts;
    this.document = document;
    this.plural = plural;
  }

  void list(Context call) {
    Parameters.none(call);
    ObjectNode answer = AlertCalls.object();
    ArrayNode all = answer.putArray(plural);
    for (JsonNode each : alerts.documents().list(document)) {
      all.add(document == AlertDocument.RULE ? withQuality((ObjectNode) each) : each);
    }
    AlertCalls.answer(call, answer);
  }

  /** How many of a rule's incidents people found useful. */
  private JsonNode withQuality(ObjectNode rule) {
    String id = rule.path("id").asText();
    List<Incident> marked =
        alerts.incidents().all(Integer.MAX_VALUE).stream()
            .filter(incident -> incident.useful() != null && !incident.exercise())
            .filter(incident -> incident.rules().contains(id))
            .toList();
    long useful = marked.stream().filter(i -> Boolean.TRUE.equals(i.useful())).count();
    rule.putObject("quality").put("marked", marked.size()).put("useful", useful);
    return rule;
  }

  void put(Context call) throws IOException {
    String id = call.pathParam("id");
    ObjectNode body = AlertCalls.body(call);
    body.remove("quality");
    keep(call, id, body);
    for (JsonNode each : alerts.documents().list(document)) {
      if (each.path("id").asText().equals(id)) {
        AlertCalls.answer(
            call, document == AlertDocument.RULE ? withQuality((ObjectNode) each) : each);
      }
    }
  }

  private void keep(Context call, String id, JsonNode body) {
    Boolean unused =
        AlertCalls.doing(
            "thing." + document.word(),
            id,
            () -> {
              alerts.documents().put(document, id, body, AlertCalls.by(call));
              return true;
            });
    AUDIT.info("{} {} changed with key {}", document.word(), id, Caller.of(call).key().id());
  }

  void delete(Context call) {
    String id = call.pathParam("id");
    if (!alerts.documents().delete(document, id, AlertCalls.by(call))) {
      throw AlertCalls.missing("thing." + document.word(), id);
    }
    AUDIT.info("{} {} deleted with key {}", document.word(), id, Caller.of(call).key().id());
    call.status(HttpStatus.NO_CONTENT);
  }

  /** The one tree of routes. */
  void routes(Context call) {
    Parameters.none(call);
    AlertCalls.answer(call, alerts.documents().list(AlertDocument.ROUTES).getFirst());
  }

  void putRoutes(Context call) throws IOException {
    keep(call, AlertDocuments.TREE, AlertCalls.body(call));
    AlertCalls.answer(call, alerts.documents().list(AlertDocument.ROUTES).getFirst());
  }

  /** A whole calendar of campaigns. */
  void importCampaigns(Context call) throws IOException {
    Bodies.requireType(call, "text/calendar", "text/csv");
    String text = new String(Bodies.read(call, MAX_CALENDAR), StandardCharsets.UTF_8);
    List<Campaign> read =
        AlertCalls.doing(
            "thing.campaign", "", () -> CampaignFile.read(text, ZoneId.of("America/Toronto")));
    for (Campaign campaign : read) {
      keep(call, campaign.id(), IncidentJson.tree(campaign));
    }
    AlertCalls.answer(call, AlertCalls.object().put("imported", read.size()));
  }
}
