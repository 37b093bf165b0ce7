package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ouidire.core.mention.InvalidMentionException;

/** JSON objects of any shape, as flat as a row of cells. */
final class JsonObjects {
  private static final int MAX_KEYS = 2_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(ByteWindow.MAX_ROW)
                  .build())
          .build();

  private JsonObjects() {}

  /**
   * Scalars by folded path of keys ({@code user.screen_name} is {@code user.screenname}), nulls and
   * empties left out, entries of lists joined by blanks, in order of appearance.
   *
   * @throws InvalidMentionException when it is no object
   */
  static Map<String, String> flat(byte[] object) {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(object)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidMentionException(
            "",
            "n’est pas un objet JSON ; donnez {\"text\":…}",
            "is not a JSON object; give {\"text\":...}");
      }
      flatten(json, "", values);
      if (json.nextToken() != null) {
        throw new InvalidMentionException(
            "",
            "continue après l’objet ; donnez un objet par ligne",
            "goes on after the object; give one object a line");
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return values;
  }

  /**
   * The row inside a line of a rejected file, {@code {"line", "reason", "row": {...}}}, so that a
   * mended one can be imported; any other object as it is.
   */
  static byte[] unwrapped(byte[] object) {
    if (!startsWith(object, RejectedRows.JSON_START)) {
      return object;
    }
    try (JsonParser json = JSON.createParser(object)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        JsonToken value = json.nextToken();
        if (key.equals("row") && value == JsonToken.START_OBJECT) {
          int start = (int) json.currentTokenLocation().getByteOffset();
          json.skipChildren();
          return Arrays.copyOfRange(object, start, (int) json.currentLocation().getByteOffset());
        }
        json.skipChildren();
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return object;
  }

  /** Whether these bytes are one JSON object. */
  static boolean readable(byte[] object) {
    try {
      flat(object);
      return true;
    } catch (InvalidMentionException e) {
      return false;
    }
  }

  /** A text as JSON writes it. */
  static byte[] quoted(String text) {
    return ("\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"")
        .getBytes(UTF_8);
  }

  private static void flatten(JsonParser json, String path, Map<String, String> values)
      throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = path + ColumnMapping.folded(json.currentName());
      json.nextToken();
      value(json, key, values);
    }
  }

  private static void value(JsonParser json, String key, Map<String, String> values)
      throws IOException {
    switch (json.currentToken()) {
      case START_OBJECT -> flatten(json, key + ".", values);
      case START_ARRAY -> {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          value(json, key, values);
        }
      }
      case VALUE_NULL -> {}
      default -> {
        String text = json.getText();
        if (!text.isBlank() && (values.size() < MAX_KEYS || values.containsKey(key))) {
          values.merge(key, text, (before, next) -> before + " " + next);
        }
      }
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static InvalidMentionException unreadable(IOException e) {
    String place =
        e instanceof JsonProcessingException broken && broken.getLocation() != null
            ? Long.toString(broken.getLocation().getByteOffset())
            : "";
    return new InvalidMentionException(
        "",
        "n’est pas du JSON lisible"
            + (place.isEmpty() ? "" : " à l’octet " + place)
            + " ; corrigez-la",
        "is not readable JSON" + (place.isEmpty() ? "" : " at byte " + place) + "; mend the line");
  }
}
