package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.api.key.ApiKey;
import ouidire.api.key.ApiKeys;
import ouidire.api.key.NewApiKey;
import ouidire.api.key.Scope;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemException;
import ouidire.api.problem.ProblemKind;

/** {@code /api/v1/keys}: keys for programs, with no more rights than they need. */
final class KeysResource {
  private static final Logger AUDIT = LoggerFactory.getLogger("ouidire.api.audit");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_BODY = 10_000;
  private static final int MAX_NAME = 100;

  private final ApiKeys keys;
  private final InstantSource clock;

  KeysResource(ApiKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  void list(Context call) {
    Parameters.none(call);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("keys");
          for (ApiKey key : keys.list()) {
            json.writeStartObject();
            KeyJson.fields(json, key);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  void create(Context call) throws IOException {
    Bodies.requireType(call, "application/json");
    JsonNode body = parsed(Bodies.read(call, MAX_BODY));
    String name = body.path("name").asText("");
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw Problem.parameter("name", name, Message.of("remedy.name", String.valueOf(MAX_NAME)))
          .exception();
    }
    NewApiKey made = keys.create(name, scopes(body.path("scopes")), expiry(body));
    AUDIT.info("key {} made with key {}", made.key().id(), Caller.of(call).key().id());
    call.status(HttpStatus.CREATED);
    Json.object(
        call,
        json -> {
          json.writeObjectFieldStart("key");
          KeyJson.fields(json, made.key());
          json.writeEndObject();
          json.writeStringField("secret", made.secret());
        });
  }

  void revoke(Context call) {
    String id = call.pathParam("id");
    if (!keys.revoke(id)) {
      throw Problem.of(ProblemKind.NOT_FOUND, Message.of("thing.key"), Message.shortened(id))
          .exception();
    }
    AUDIT.info("key {} revoked with key {}", id, Caller.of(call).key().id());
    call.status(HttpStatus.NO_CONTENT);
  }

  private static Set<Scope> scopes(JsonNode words) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (JsonNode word : words) {
      for (Scope scope : Scope.values()) {
        if (Json.word(scope).equals(word.asText())) {
          scopes.add(scope);
        }
      }
    }
    if (!words.isArray() || scopes.isEmpty() || scopes.size() != words.size()) {
      throw unreadable();
    }
    return scopes;
  }

  private @Nullable Instant expiry(JsonNode body) {
    JsonNode said = body.path("expiresAt");
    if (said.isMissingNode() || said.isNull()) {
      return null;
    }
    try {
      Instant at = Instant.parse(said.asText());
      if (at.isAfter(clock.instant())) {
        return at;
      }
    } catch (DateTimeException e) {
      throw unreadable();
    }
    throw Problem.parameter("expiresAt", said.asText(), Message.of("remedy.future")).exception();
  }

  private static JsonNode parsed(byte[] body) {
    try {
      JsonNode read = JSON.readTree(body);
      if (read != null && read.isObject()) {
        return read;
      }
    } catch (IOException e) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static ProblemException unreadable() {
    return Problem.of(ProblemKind.INVALID_BODY, Message.of("body.new-key")).exception();
  }
}
