package ouidire.core.mention;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values of a mention's JSON, each refused by field and remedy when it is of another
 * form. Every method stands at a value's first token and leaves at its last.
 */
final class JsonValues {
  private JsonValues() {}

  /** What is done with each field of an object; it stands at the field's value. */
  interface Field {
    void read(String key, JsonParser json) throws IOException;
  }

  /** What is done with each item of a list; it stands at the item. */
  interface Item {
    void read(JsonParser json) throws IOException;
  }

  /** Nothing is read of null. */
  static void fields(JsonParser json, String path, Field each) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new InvalidMentionException(
          path, "n’est pas un objet ; donnez {…}", "is not an object; give {...}");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      each.read(key, json);
    }
  }

  /** Nothing is read of null. */
  static void each(JsonParser json, String path, Item item) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new InvalidMentionException(
          path, "n’est pas une liste ; donnez […]", "is not a list; give [...]");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      item.read(json);
    }
  }

  /** Empty ones are left out. */
  static List<String> texts(JsonParser json, String field) throws IOException {
    List<String> values = new ArrayList<>(4);
    each(
        json,
        field,
        in -> {
          String value = text(in, field);
          if (value != null && !value.isEmpty()) {
            values.add(value);
          }
        });
    return values;
  }

  static @Nullable String text(JsonParser json, String field) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING, VALUE_NUMBER_INT -> WellFormed.of(json.getText());
      default ->
          throw new InvalidMentionException(
              field, "n’est pas un texte ; donnez \"…\"", "is not a text; give \"...\"");
    };
  }

  /** A whole number from 0. */
  static @Nullable Long count(JsonParser json, String field) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || !fitsCount(json)) {
      throw new InvalidMentionException(
          field,
          "n’est pas un compte ; donnez un nombre entier, 0 ou plus",
          "is not a count; give a whole number from 0");
    }
    return json.getLongValue();
  }

  private static boolean fitsCount(JsonParser json) throws IOException {
    return json.getNumberType() != JsonParser.NumberType.BIG_INTEGER && json.getLongValue() >= 0;
  }

  /** ISO 8601 with an offset. */
  static @Nullable Instant time(JsonParser json, String field) throws IOException {
    String value = text(json, field);
    if (value == null) {
      return null;
    }
    try {
      Instant plain = PlainTime.read(value);
      if (plain != null) {
        return plain;
      }
      return value.endsWith("Z") ? Instant.parse(value) : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidMentionException(
          field,
          "n’est pas un instant ; donnez-le en ISO 8601 avec décalage, comme 2026-03-01T14:05:00Z",
          "is not a time; give ISO 8601 with an offset, as 2026-03-01T14:05:00Z");
    }
  }

  /** A constant, in upper or lower case. */
  static <E extends Enum<E>> @Nullable E word(JsonParser json, String field, Class<E> type)
      throws IOException {
    String value = text(json, field);
    if (value == null) {
      return null;
    }
    for (E known : type.getEnumConstants()) {
      if (known.name().equalsIgnoreCase(value)) {
        return known;
      }
    }
    StringBuilder all = new StringBuilder();
    for (E known : type.getEnumConstants()) {
      all.append(all.isEmpty() ? "" : ", ").append(known.name().toLowerCase(Locale.ROOT));
    }
    throw new InvalidMentionException(
        field,
        "n’est pas l’un de " + all + " ; donnez l’un d’eux",
        "is none of " + all + "; give one of them");
  }
}
