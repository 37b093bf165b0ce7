package ouidire.core.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That people call a story a rumour, with our version of the facts once there is one (<i>l'heure
 * juste</i>). Its JSON, the value of a setting of kind {@value #KIND} whose id is the story's:
 * {@code {"ourVersion":{"text":"…","link":"https://…","mention":"…","at":"2026-03-02T15:00:00Z"}}},
 * each part of it left out where there is none.
 *
 * @param story id of the story
 * @param ours null while we have said nothing
 */
public record Rumour(String story, @Nullable OurVersion ours) {
  public static final String KIND = "rumour";

  /** Longest text of our version, characters. */
  public static final int MAX_TEXT = 5_000;

  private static final int MAX_LINK = 2_000;

  /**
   * Our version.
   *
   * @param text what we say
   * @param link where it stands; mentions that carry it spread our version
   * @param mention one that says it; its story, or its thread when it is in the rumour's own, is
   *     our version's
   * @param at when it was given; null for the moment of its first mention
   */
  public record OurVersion(
      @Nullable String text,
      @Nullable String link,
      @Nullable String mention,
      @Nullable Instant at) {
    /** True when it says nothing. */
    boolean isEmpty() {
      return text == null && link == null && mention == null && at == null;
    }
  }

  /** A value that cannot be kept. */
  public static final class InvalidRumourException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String field;

    InvalidRumourException(String field, String remedy) {
      super(field + ": " + remedy);
      this.field = field;
    }

    /** The field at fault: {@code text, link, mention, at}. */
    public String field() {
      return field;
    }
  }

  /**
   * Reads what is kept; fields that it does not know are passed over.
   *
   * @throws InvalidRumourException naming the field and the remedy
   */
  public static Rumour read(String story, JsonNode json) {
    JsonNode ours = json.path("ourVersion");
    if (!ours.isObject()) {
      return new Rumour(story, null);
    }
    String text = text(ours, "text", MAX_TEXT);
    String link = text(ours, "link", MAX_LINK);
    if (link != null && !List.of("http", "https").contains(scheme(link))) {
      throw new InvalidRumourException("link", "give an address that begins with https://");
    }
    if (link != null && (link.indexOf('"') >= 0 || link.indexOf(' ') >= 0)) {
      throw new InvalidRumourException("link", "give one address, without spaces or quotes");
    }
    OurVersion version =
        new OurVersion(text, link, text(ours, "mention", MAX_LINK), time(ours.path("at")));
    return new Rumour(story, version.isEmpty() ? null : version);
  }

  /** As it is kept. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (ours != null) {
      ObjectNode version = json.putObject("ourVersion");
      put(version, "text", ours.text());
      put(version, "link", ours.link());
      put(version, "mention", ours.mention());
      put(version, "at", ours.at() == null ? null : ours.at().toString());
    }
    return json;
  }

  private static void put(ObjectNode json, String key, @Nullable String value) {
    if (value != null) {
      json.put(key, value);
    }
  }

  private static @Nullable String text(JsonNode json, String field, int longest) {
    String value = json.path(field).isNull() ? "" : json.path(field).asText("").strip();
    if (value.length() > longest) {
      throw new InvalidRumourException(field, "give at most " + longest + " characters");
    }
    return value.isEmpty() ? null : value;
  }

  private static @Nullable Instant time(JsonNode json) {
    String value = json.isNull() ? "" : json.asText("").strip();
    try {
      return value.isEmpty() ? null : Instant.parse(value);
    } catch (DateTimeException e) {
      throw new InvalidRumourException("at", "give a time such as 2026-03-02T15:00:00Z");
    }
  }

  private static String scheme(String link) {
    int end = link.indexOf("://");
    return end < 0 ? "" : link.substring(0, end).toLowerCase(java.util.Locale.ROOT);
  }
}
