package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.alert.AlertDocument;
import ouidire.core.alert.AlertDocuments;
import ouidire.core.alert.AlertRule;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.KnownBrands;
import ouidire.core.alert.ShippedNames;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.settings.SettingsStore;

/**
 * {@code /api/v1/rules}, {@code channels} and the like: one kind of document each. They are entries
 * of the settings over what the configuration brings, which can be changed here and brought back,
 * not removed.
 */
final class AlertDocumentsResource {
  private final AlertPorts alerts;
  private final AlertDocument document;
  private final String plural;
  private final LiveQueries queries;
  private final KnownBrands brands;
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
    this.brands = new KnownBrands(brands);
    this.clock = clock;
    this.entries = new Entries(settings, document.kind(), document.word(), this::checked);
  }

  private ObjectNode checked(String id, JsonNode body) {
    return AlertCalls.doing(
        "thing." + document.word(),
        id,
        () -> {
          ObjectNode given = body.deepCopy();
          given.remove(List.of("quality", "state", "label"));
          ObjectNode value = alerts.documents().checked(document, id, given);
          Object read = IncidentJson.document(value, document.type());
          brands.requireIn(read);
          if (read instanceof AlertRule rule) {
            String query = rule.filter().query();
            if (query != null) {
              var unused = queries.compile(query);
            }
          }
          return value;
        });
  }

  void list(Context call) {
    Parameters.none(call);
    ObjectNode answer = AlertCalls.object();
    ArrayNode all = answer.putArray(plural);
    AlertFigures figures = new AlertFigures(alerts.incidents(), clock.instant());
    Locale reader = AnswerLanguage.of(call);
    alerts.documents().list(document).forEach(each -> all.add(shown(each, figures, reader)));
    AlertCalls.answer(call, answer);
  }

  private ObjectNode shown(ObjectNode json, AlertFigures figures, Locale reader) {
    String id = json.path("id").asText();
    if (document == AlertDocument.RULE || document == AlertDocument.ROLE) {
      json.put("label", ShippedNames.in(reader, id, json.path("name").asText()));
    }
    if (document == AlertDocument.RULE) {
      json.set("quality", figures.quality(id));
    } else if (document == AlertDocument.CHANNEL) {
      json.set("state", figures.channel(id, reader));
    }
    return json;
  }

  private Optional<ObjectNode> found(String id) {
    return alerts.documents().find(document, id);
  }

  private void answer(Context call, String id) {
    ObjectNode json = found(id).orElseThrow(() -> entries.missing(id));
    AlertFigures figures = new AlertFigures(alerts.incidents(), clock.instant());
    AlertCalls.answer(call, shown(json, figures, AnswerLanguage.of(call)));
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
    List<String> users = alerts.documents().users(document, id);
    if (!users.isEmpty()) {
      String names = String.join(", ", users);
      throw Problem.of(ProblemKind.CONFLICT, Message.of("conflict.used", names)).exception();
    }
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
}
