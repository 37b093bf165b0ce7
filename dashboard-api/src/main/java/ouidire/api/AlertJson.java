package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import ouidire.core.alert.Alert;

/** The JSON form of alerts: in the list and in the live stream. */
final class AlertJson {
  private AlertJson() {}

  /** The fields, into an object that the caller has begun. */
  static void fields(JsonGenerator json, Alert alert) throws IOException {
    json.writeStringField("id", alert.id());
    json.writeStringField("brand", alert.brand());
    Json.word(json, "severity", alert.severity());
    Json.word(json, "state", alert.state());
    Json.time(json, "startedAt", alert.startedAt());
    Json.time(json, "resolvedAt", alert.resolvedAt());
    json.writeStringField("metric", alert.metric());
    json.writeNumberField("observed", alert.observed());
    json.writeNumberField("expected", alert.expected());
    json.writeNumberField("score", alert.score());
    json.writeStringField("reason", alert.reason());
    json.writeArrayFieldStart("mentions");
    for (String id : alert.mentions()) {
      json.writeString(id);
    }
    json.writeEndArray();
  }
}
