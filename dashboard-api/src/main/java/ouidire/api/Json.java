package ouidire.api;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers in JSON, written where the answer is made so that its shape can be read there. */
final class Json {
  static final String TYPE = "application/json;charset=utf-8";
  static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** The body of an answer. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** Answers one object; {@code body} writes its fields. */
  static void object(Context call, Body body) {
    call.contentType(TYPE).result(bytes(body));
  }

  /** One object as UTF-8; {@code body} writes its fields. */
  static byte[] bytes(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  /** A text or null, always there: what has a name in the contract is in every answer. */
  static void text(JsonGenerator json, String key, @Nullable String value) throws IOException {
    if (value == null) {
      json.writeNullField(key);
    } else {
      json.writeStringField(key, value);
    }
  }

  static void texts(JsonGenerator json, String key, Iterable<String> values) throws IOException {
    json.writeArrayFieldStart(key);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  static void time(JsonGenerator json, String key, @Nullable Instant value) throws IOException {
    text(json, key, value == null ? null : value.toString());
  }

  static void word(JsonGenerator json, String key, Enum<?> value) throws IOException {
    json.writeStringField(key, word(value));
  }

  /** An enum's constant as the API says it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
