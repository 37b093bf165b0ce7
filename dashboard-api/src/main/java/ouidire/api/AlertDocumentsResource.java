package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ouidire.core.alert.AlertDocument;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.Campaign;
import ouidire.core.alert.CampaignFile;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.InvalidDocumentException;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.settings.SettingsStore;
import ouidire.core.words.Wording;

/**
 * {@code /api/v1/rules}, {@code channels} and the like: one kind of document each. They are entries
 * of the settings over what the configuration brings, which can be changed here and brought back,
 * not removed.
 */
final class AlertDocumentsResource {
  private static final int MAX_CALENDAR = 512 * 1024;

  private static final int MOST_NAMED = 20;

  private final AlertPorts alerts;
  private final AlertDocument document;
  private final String plural;
  private final LiveQueries queries;
  private final BrandCatalogue brands;
  private final InstantSource clock;
  private final Entries entries;

  AlertDocumentsResource(
      AlertPorts alerts,
      SettingsStore settings,
      LiveQueries queries,
      BrandCatalogue brands,
      InstantSource clock,
      AlertDocument document,
      String plural) {
    this.alerts = alerts;
    this.document = document;
    this.plural = plural;
    this.queries = queries;
    this.brands = brands;
    this.clock = clock;
    this.entries = new Entries(settings, document.kind(), document.word(), this::checked);
  }

  private ObjectNode checked(String id, JsonNode body) {
    return AlertCalls.doing(
        "thing." + document.word(),
        id,
        () -> {
          ObjectNode given = body.deepCopy();
          given.remove(List.of("quality", "state"));
          ObjectNode value = alerts.documents().checked(document, id, given);
          if (document == AlertDocument.RULE) {
            AlertRule rule = IncidentJson.document(value, AlertRule.class);
            requireBrands(rule);
            String query = rule.filter().query();
            if (query != null) {
              var unused = queries.compile(query);
            }
          }
          return value;
        });
  }

  /** A rule for a brand that is misspelt would never fire, and nobody would be told. */
  private void requireBrands(AlertRule rule) {
    List<String> known = brands.brands().stream().map(Brand::id).sorted().toList();
    for (int i = 0; i < rule.brands().size(); i++) {
      if (!known.contains(rule.brands().get(i))) {
        String some = String.join(", ", known.subList(0, Math.min(known.size(), MOST_NAMED)));
        throw new InvalidDocumentException(
            "brands[" + i + "]",
            rule.brands().get(i),
            new Wording(
                "aucune marque n’a cet identifiant ; donnez-en un qui existe : " + some,
                "no brand has this id; give one that exists: " + some));
      }
    }
  }

  void list(Context call) {
    Parameters.none(call);
    ObjectNode answer = AlertCalls.object();
    ArrayNode all = answer.putArray(plural);
    AlertFigures figures = new AlertFigures(alerts.incidents(), clock.instant());
    alerts.documents().list(document).forEach(each -> all.add(shown(each, figures)));
    AlertCalls.answer(call, answer);
  }

  private ObjectNode shown(ObjectNode json, AlertFigures figures) {
    String id = json.path("id").asText();
    if (document == AlertDocument.RULE) {
      json.set("quality", figures.quality(id));
    } else if (document == AlertDocument.CHANNEL) {
      json.set("state", figures.channel(id));
    }
    return json;
  }

  private Optional<ObjectNode> found(String id) {
    return alerts.documents().find(document, id);
  }

  private void answer(Context call, String id) {
    ObjectNode json = found(id).orElseThrow(() -> entries.missing(id));
    AlertCalls.answer(call, shown(json, new AlertFigures(alerts.incidents(), clock.instant())));
  }

  void one(Context call) {
    Parameters.none(call);
    answer(call, call.pathParam("id"));
  }

  void put(Context call) throws IOException {
    String id = call.pathParam("id");
    JsonNode body = Entries.body(call);
    var unused = entries.put(call, id, body);
    if (document == AlertDocument.CHANNEL) {
      alerts.documents().putSecrets(id, body.path("secrets"), AlertCalls.by(call));
    }
    answer(call, id);
  }

  void delete(Context call) {
    String id = call.pathParam("id");
    if (!entries.delete(call)) {
      throw entries.missing(id);
    }
    if (document == AlertDocument.CHANNEL) {
      alerts.documents().forgetSecrets(id);
    }
    call.status(HttpStatus.NO_CONTENT);
  }

  void history(Context call) {
    entries.history(call);
  }

  void undo(Context call) throws IOException {
    String id = call.pathParam("id");
    entries.undo(call);
    if (found(id).isEmpty()) {
      call.status(HttpStatus.NO_CONTENT);
    } else {
      answer(call, id);
    }
  }

  /** The one tree of routes. */
  void routes(Context call) {
    Parameters.none(call);
    answer(call, AlertDocuments.TREE);
  }

  void putRoutes(Context call) throws IOException {
    var unused = entries.put(call, AlertDocuments.TREE, Entries.body(call));
    answer(call, AlertDocuments.TREE);
  }

  void routesHistory(Context call) {
    entries.history(call, AlertDocuments.TREE);
  }

  void undoRoutes(Context call) throws IOException {
    entries.undo(call, AlertDocuments.TREE);
    answer(call, AlertDocuments.TREE);
  }

  /** A whole calendar of campaigns. */
  void importCampaigns(Context call) throws IOException {
    Bodies.requireType(call, "text/calendar", "text/csv");
    String text = new String(Bodies.read(call, MAX_CALENDAR), StandardCharsets.UTF_8);
    List<Campaign> read =
        AlertCalls.doing(
            "thing.campaign", "", () -> CampaignFile.read(text, ZoneId.of("America/Toronto")));
    ArrayNode ids = AlertCalls.object().arrayNode();
    for (Campaign campaign : read) {
      var unused = entries.put(call, campaign.id(), IncidentJson.tree(campaign));
      ids.add(campaign.id());
    }
    ObjectNode answer = AlertCalls.object().put("imported", read.size());
    answer.setAll(Map.of("ids", ids));
    AlertCalls.answer(call, answer);
  }
}
