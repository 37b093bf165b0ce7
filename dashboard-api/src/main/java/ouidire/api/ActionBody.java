package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalInt;
import ouidire.api.problem.Message;

/**
 * What somebody says with an action on an incident. A key that the action does not take, and a
 * value of another kind than it takes, are refused: a decision that is half understood would be
 * kept as another one. A null counts as left out.
 */
record ActionBody(JsonNode json) {
  /** The call's body, with no other keys than these; empty when the call has none. */
  static ActionBody of(Context call, String... keys) throws IOException {
    JsonNode json = AlertCalls.body(call);
    Keys.of(keys).require(json);
    return new ActionBody(json);
  }

  private boolean has(String key) {
    return json.hasNonNull(key);
  }

  /** Without spaces around; empty where it is left out. */
  String text(String key, int longest) {
    JsonNode value = json.path(key);
    if (has(key) && !value.isTextual()) {
      throw AlertCalls.wrong(key, value, Message.of("remedy.text"));
    }
    String text = value.asText("").strip();
    if (text.length() > longest) {
      throw tooLongOrEmpty(key, longest);
    }
    return text;
  }

  /** The same, of at least one character. */
  String someText(String key, int longest) {
    String text = text(key, longest);
    if (text.isEmpty()) {
      throw tooLongOrEmpty(key, longest);
    }
    return text;
  }

  private RuntimeException tooLongOrEmpty(String key, int longest) {
    return AlertCalls.wrong(
        key, json.path(key), Message.of("remedy.name", String.valueOf(longest)));
  }

  /** True or false; it cannot be left out. */
  boolean flag(String key) {
    JsonNode value = json.path(key);
    if (!value.isBoolean()) {
      throw AlertCalls.wrong(key, value, Message.of("remedy.one-of", "true, false"));
    }
    return value.asBoolean();
  }

  /** True or false; false where it is left out. */
  boolean optionalFlag(String key) {
    return has(key) && flag(key);
  }

  /** A whole number in a range; nothing where it is left out. */
  OptionalInt number(String key, int least, int most) {
    if (!has(key)) {
      return OptionalInt.empty();
    }
    JsonNode value = json.path(key);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      Message remedy = Message.of("remedy.number", String.valueOf(least), String.valueOf(most));
      throw AlertCalls.wrong(key, value, remedy);
    }
    return OptionalInt.of(value.intValue());
  }

  /** A moment; it cannot be left out. */
  Instant moment(String key) {
    try {
      return Instant.parse(json.path(key).asText());
    } catch (DateTimeException e) {
      throw wrong(key, Message.of("remedy.moment"));
    }
  }

  RuntimeException wrong(String key, Message remedy) {
    return AlertCalls.wrong(key, json.path(key), remedy);
  }
}
