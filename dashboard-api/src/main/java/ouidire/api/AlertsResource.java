package ouidire.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.alert.AlertJson;

/** {@code GET /api/v1/alerts}: the latest alerts with the numbers that made them. */
final class AlertsResource {
  private final AlertDirectory alerts;

  AlertsResource(AlertDirectory alerts) {
    this.alerts = alerts;
  }

  void list(Context call) {
    int limit = Parameters.of(call, Parameters.names("limit")).number("limit", 50, 1, 1_000);
    List<Alert> latest = alerts.latest(limit);
    Locale reader = AnswerLanguage.of(call);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("alerts");
          for (Alert alert : latest) {
            json.writeStartObject();
            AlertJson.fields(json, alert, reader);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
