package ouidire.core.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import ouidire.core.config.Nearest;
import ouidire.core.words.Wording;

/**
 * The JSON form of incidents and of the documents that say how they are told: field by field what
 * the records hold, constants in lower case, times in ISO 8601, null keys left out.
 */
public final class IncidentJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addSerializer(new LowerCase()))
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private static final JsonMapper STRICT =
      JSON.rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private IncidentJson() {}

  /** Any of the records of this package, as JSON. */
  public static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("records can be written", e);
    }
  }

  /** The same as a tree, to leave parts out or add some. */
  public static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  /**
   * Reads an incident that {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Incident read(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Incident.class);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("no incident: " + e.getClass().getSimpleName(), e);
    }
  }

  /**
   * Reads a decision that {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Decision readDecision(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Decision.class);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("no decision: " + e.getClass().getSimpleName(), e);
    }
  }

  /**
   * Reads a document that a person wrote.
   *
   * @throws InvalidDocumentException naming the key that cannot be used, and the remedy
   */
  public static <T> T document(JsonNode json, Class<T> type) {
    try {
      return STRICT.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw refused(e);
    }
  }

  private static InvalidDocumentException refused(JsonProcessingException e) {
    String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> all =
          unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
      Wording nearest =
          Nearest.of(unknown.getPropertyName(), all)
              .map(
                  near ->
                      new Wording(
                          "vouliez-vous dire « " + near + " » ? Clés possibles : ",
                          "did you mean \"" + near + "\"? Keys are: "))
              .orElse(new Wording("clés possibles : ", "keys are: "));
      return new InvalidDocumentException(
          path,
          "",
          new Wording("n’est pas une clé d’ici ; ", "is no key here; ")
              .then(nearest)
              .then(Wording.same(String.join(", ", all))),
          e);
    }
    if (e.getCause() instanceof InvalidDocumentException told) {
      return told.within(path);
    }
    String value =
        e instanceof InvalidFormatException format ? String.valueOf(format.getValue()) : "";
    return new InvalidDocumentException(
        path.isEmpty() ? "document" : path, value, ExpectedForm.of(e), e);
  }

  /** {@code when[1].window}. */
  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference each : e.getPath()) {
      if (each.getFieldName() == null) {
        path.append('[').append(each.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
      }
    }
    return path.toString();
  }

  /** The same of one that was kept: keys of later versions are passed over. */
  public static <T> T stored(JsonNode json, Class<T> type) {
    try {
      return JSON.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(firstLine(e.getOriginalMessage()), e);
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Constants as people write them. */
  private static final class LowerCase extends StdSerializer<Enum<?>> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("unchecked")
    LowerCase() {
      super((Class<Enum<?>>) (Class<?>) Enum.class);
    }

    @Override
    public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.name().toLowerCase(Locale.ROOT));
    }
  }
}
