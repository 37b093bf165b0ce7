package ouidire.core.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The JSON form of alerts: on {@code ouidire.alerts}, in the API, in webhooks. Times are ISO 8601,
 * null keys left out. {@code reason} is one sentence, French unless the reader asked for another
 * language; {@code reasons} has it under {@code fr} and {@code en}.
 */
public final class AlertJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AlertJson() {}

  public static byte[] write(Alert alert) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      fields(json, alert, Locale.FRENCH);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  /**
   * Writes the alert's fields into an object that the caller has begun and will end.
   *
   * @param reader whose language {@code reason} is in; {@code reasons} has it in each
   */
  public static void fields(JsonGenerator json, Alert alert, Locale reader) throws IOException {
    json.writeStringField("id", alert.id());
    json.writeStringField("brand", alert.brand());
    json.writeStringField("severity", word(alert.severity()));
    json.writeStringField("state", word(alert.state()));
    json.writeStringField("startedAt", alert.startedAt().toString());
    if (alert.resolvedAt() != null) {
      json.writeStringField("resolvedAt", alert.resolvedAt().toString());
    }
    json.writeStringField("metric", alert.metric());
    json.writeNumberField("observed", alert.observed());
    json.writeNumberField("expected", alert.expected());
    json.writeNumberField("score", alert.score());
    json.writeStringField("reason", alert.reason().in(reader));
    json.writeObjectFieldStart("reasons");
    json.writeStringField("fr", alert.reason().french());
    json.writeStringField("en", alert.reason().english());
    json.writeEndObject();
    json.writeArrayFieldStart("mentions");
    for (String mention : alert.mentions()) {
      json.writeString(mention);
    }
    json.writeEndArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Alert read(byte[] bytes) {
    try {
      JsonNode json = JSON.readTree(bytes);
      List<String> mentions = new ArrayList<>();
      json.path("mentions").forEach(id -> mentions.add(id.asText()));
      return new Alert(
          json.path("id").asText(),
          json.path("brand").asText(),
          Alert.Severity.valueOf(json.path("severity").asText().toUpperCase(Locale.ROOT)),
          Alert.State.valueOf(json.path("state").asText().toUpperCase(Locale.ROOT)),
          Instant.parse(json.path("startedAt").asText()),
          json.has("resolvedAt") ? Instant.parse(json.path("resolvedAt").asText()) : null,
          json.path("metric").asText(),
          json.path("observed").asDouble(),
          json.path("expected").asDouble(),
          json.path("score").asDouble(),
          reason(json),
          mentions);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("not an alert: " + e.getClass().getSimpleName(), e);
    }
  }

  /** What was raised before reasons had two languages is shown as it was said. */
  private static Reason reason(JsonNode json) {
    String said = json.path("reason").asText();
    JsonNode each = json.path("reasons");
    return new Reason(each.path("fr").asText(said), each.path("en").asText(said));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
