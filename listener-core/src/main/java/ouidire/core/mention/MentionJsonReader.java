package ouidire.core.mention;

import static ouidire.core.mention.JsonValues.count;
import static ouidire.core.mention.JsonValues.fields;
import static ouidire.core.mention.JsonValues.text;
import static ouidire.core.mention.JsonValues.texts;
import static ouidire.core.mention.JsonValues.time;
import static ouidire.core.mention.JsonValues.word;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of {@link MentionJson}: what was collected; what is known of it is read by {@link
 * AnalysisJsonReader}. Every method stands at a value's first token and leaves at its last.
 */
final class MentionJsonReader {
  private MentionJsonReader() {}

  static MentionDraft object(JsonParser json) throws IOException {
    MentionDraft draft = new MentionDraft();
    fields(json, "", (key, in) -> field(draft, key, in));
    return draft;
  }

  /** The exception to show for JSON that cannot be read: where it broke, never what it held. */
  static InvalidMentionException unreadable(IOException e) {
    String place =
        e instanceof JsonProcessingException broken && broken.getLocation() != null
            ? Long.toString(broken.getLocation().getByteOffset())
            : "";
    return new InvalidMentionException(
        "",
        "n’est pas du JSON lisible"
            + (place.isEmpty() ? "" : " à l’octet " + place)
            + " ; donnez du JSON en UTF-8",
        "is not readable JSON"
            + (place.isEmpty() ? "" : " at byte " + place)
            + "; give UTF-8 JSON");
  }

  private static void field(MentionDraft draft, String key, JsonParser json) throws IOException {
    switch (key) {
      case "id" -> draft.id = text(json, key);
      case "source" -> draft.source = source(json);
      case "url" -> draft.url = text(json, key);
      case "author" -> draft.author = author(json);
      case "publishedAt" -> draft.publishedAt = time(json, key);
      case "collectedAt" -> draft.collectedAt = time(json, key);
      case "language" -> draft.language = text(json, key);
      case "region" -> draft.region = text(json, key);
      case "type" -> draft.type = word(json, key, MentionType.class);
      case "title" -> draft.title = text(json, key);
      case "text" -> draft.text = text(json, key);
      case "links" -> draft.links = texts(json, key);
      case "hashtags" -> draft.hashtags = texts(json, key);
      case "engagement" -> draft.engagement = engagement(json);
      case "parent" -> draft.parent = text(json, key);
      case "thread" -> draft.thread = text(json, key);
      case "analysis" -> draft.analysis = AnalysisJsonReader.analysis(json);
      default -> json.skipChildren();
    }
  }

  private static SourceRef source(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      throw new InvalidMentionException(
          "source",
          "est un texte ; donnez {\"kind\":…, \"name\":…}",
          "is a text; give {\"kind\":..., \"name\":...}");
    }
    String[] parts = new String[2];
    fields(
        json,
        "source",
        (key, in) -> {
          switch (key) {
            case "kind" -> parts[0] = text(in, "source.kind");
            case "name" -> parts[1] = text(in, "source.name");
            default -> in.skipChildren();
          }
        });
    return new SourceRef(
        MentionDraft.required("source.kind", parts[0]),
        MentionDraft.required("source.name", parts[1]));
  }

  private static Author author(JsonParser json) throws IOException {
    @Nullable String[] names = new @Nullable String[2];
    @Nullable Long[] followers = new @Nullable Long[1];
    @Nullable Instant[] opened = new @Nullable Instant[1];
    fields(
        json,
        "author",
        (key, in) -> {
          switch (key) {
            case "handle" -> names[0] = text(in, "author.handle");
            case "name" -> names[1] = text(in, "author.name");
            case "followers" -> followers[0] = count(in, "author.followers");
            case "createdAt" -> opened[0] = time(in, "author.createdAt");
            default -> in.skipChildren();
          }
        });
    return new Author(names[0], names[1], followers[0], opened[0]);
  }

  private static Engagement engagement(JsonParser json) throws IOException {
    @Nullable Long[] counts = new @Nullable Long[3];
    fields(
        json,
        "engagement",
        (key, in) -> {
          switch (key) {
            case "likes" -> counts[0] = count(in, "engagement.likes");
            case "comments" -> counts[1] = count(in, "engagement.comments");
            case "shares" -> counts[2] = count(in, "engagement.shares");
            default -> in.skipChildren();
          }
        });
    return new Engagement(counts[0], counts[1], counts[2]);
  }
}
