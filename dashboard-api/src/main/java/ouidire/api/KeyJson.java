package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import ouidire.api.key.ApiKey;
import ouidire.api.key.Scope;

/** The JSON form of keys, never with a secret. */
final class KeyJson {
  private KeyJson() {}

  /** The fields, into an object that the caller has begun. */
  static void fields(JsonGenerator json, ApiKey key) throws IOException {
    json.writeStringField("id", key.id());
    json.writeStringField("name", key.name());
    json.writeStringField("prefix", key.prefix());
    json.writeArrayFieldStart("scopes");
    for (Scope scope : key.scopes().stream().sorted().toList()) {
      json.writeString(Json.word(scope));
    }
    json.writeEndArray();
    Json.time(json, "createdAt", key.createdAt());
    Json.time(json, "expiresAt", key.expiresAt());
  }
}
