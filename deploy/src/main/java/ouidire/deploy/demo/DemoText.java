package ouidire.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Author;
import ouidire.core.mention.Engagement;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionType;
import ouidire.core.mention.SourceRef;

/**
 * One text of the scenario, without its date.
 *
 * @param id {@code o-0001} for ordinary ones, {@code c-0001} for the crisis
 * @param hour of the day, for ordinary ones
 * @param weekday 1 (Monday) to 7, 0 for any, for ordinary ones
 * @param minute after the scare began, for the crisis
 * @param parent id of the text that it answers
 */
record DemoText(
    String id,
    int hour,
    int weekday,
    double minute,
    SourceRef source,
    Author author,
    MentionType type,
    @Nullable String title,
    String text,
    @Nullable String language,
    @Nullable String region,
    @Nullable String url,
    List<String> links,
    List<String> hashtags,
    Engagement engagement,
    @Nullable String parent) {

  static DemoText read(JsonNode json) {
    JsonNode at = json.get("at");
    return new DemoText(
        json.get("id").asText(),
        at.path("hour").asInt(),
        at.path("weekday").asInt(),
        at.isNumber() ? at.asDouble() : 0,
        new SourceRef(
            json.get("source").get("kind").asText(), json.get("source").get("name").asText()),
        new Author(
            text(json.path("author"), "handle"),
            text(json.path("author"), "name"),
            count(json.path("author"), "followers")),
        MentionType.valueOf(json.get("type").asText().toUpperCase(Locale.ROOT)),
        text(json, "title"),
        json.get("text").asText(),
        text(json, "language"),
        text(json, "region"),
        text(json, "url"),
        texts(json.path("links")),
        texts(json.path("hashtags")),
        new Engagement(
            count(json.path("engagement"), "likes"),
            count(json.path("engagement"), "comments"),
            count(json.path("engagement"), "shares")),
        text(json, "parent"));
  }

  /** The mention, said at a time. */
  Mention at(Instant published, Instant collected) {
    return new Mention(
        mentionId(id),
        source,
        url,
        author,
        published,
        collected,
        language,
        region,
        type,
        title,
        text,
        links,
        hashtags,
        engagement,
        parent == null ? null : mentionId(parent),
        null);
  }

  /** The same by an author as known at another time. */
  static Mention with(Mention mention, Author author) {
    return new Mention(
        mention.id(),
        mention.source(),
        mention.url(),
        author,
        mention.publishedAt(),
        mention.collectedAt(),
        mention.language(),
        mention.region(),
        mention.type(),
        mention.title(),
        mention.text(),
        mention.links(),
        mention.hashtags(),
        mention.engagement(),
        mention.parent(),
        mention.thread());
  }

  /**
   * Somebody else relays it.
   *
   * @param turn which relay it is, from 1
   */
  Mention relayed(int turn, Author by, Instant published, Instant collected) {
    return new Mention(
        mentionId(id) + "-r" + turn,
        source,
        null,
        by,
        published,
        collected,
        language,
        region,
        MentionType.REPOST,
        title,
        text,
        links,
        hashtags,
        Engagement.NONE,
        mentionId(id),
        null);
  }

  static String mentionId(String id) {
    return "demo-" + id;
  }

  private static @Nullable String text(JsonNode json, String key) {
    return json.hasNonNull(key) ? json.get(key).asText() : null;
  }

  private static @Nullable Long count(JsonNode json, String key) {
    return json.hasNonNull(key) ? json.get(key).asLong() : null;
  }

  private static List<String> texts(JsonNode json) {
    List<String> all = new ArrayList<>();
    json.forEach(item -> all.add(item.asText()));
    return all;
  }
}
