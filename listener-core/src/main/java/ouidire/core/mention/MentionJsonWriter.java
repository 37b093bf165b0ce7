package ouidire.core.mention;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the parts of {@link MentionJson}. */
final class MentionJsonWriter {
  private MentionJsonWriter() {}

  static void mention(JsonGenerator json, Mention mention) throws IOException {
    text(json, "id", mention.id());
    json.writeObjectFieldStart("source");
    text(json, "kind", mention.source().kind());
    text(json, "name", mention.source().name());
    json.writeEndObject();
    text(json, "url", mention.url());
    author(json, mention.author());
    json.writeStringField("publishedAt", mention.publishedAt().toString());
    json.writeStringField("collectedAt", mention.collectedAt().toString());
    text(json, "language", mention.language());
    text(json, "region", mention.region());
    json.writeStringField("type", word(mention.type()));
    text(json, "title", mention.title());
    text(json, "text", mention.text());
    texts(json, "links", mention.links());
    texts(json, "hashtags", mention.hashtags());
    engagement(json, mention.engagement());
    text(json, "parent", mention.parent());
    text(json, "thread", mention.thread());
  }

  static void analysis(JsonGenerator json, AnalysedMention analysed) throws IOException {
    json.writeObjectFieldStart("analysis");
    json.writeStringField("language", analysed.language());
    tone(json, analysed.tone());
    if (!analysed.matches().isEmpty()) {
      json.writeArrayFieldStart("matches");
      for (BrandMatch match : analysed.matches()) {
        json.writeStartObject();
        json.writeStringField("brand", match.brand());
        json.writeArrayFieldStart("spans");
        for (Span span : match.spans()) {
          json.writeStartObject();
          place(json, span.field(), span.start(), span.end());
          json.writeEndObject();
        }
        json.writeEndArray();
        tone(json, match.tone());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    findings(json, "kinds", analysed.kinds());
    findings(json, "flags", analysed.flags());
    aspects(json, analysed.aspects());
    story(json, analysed.story());
    json.writeStringField("analysedAt", analysed.analysedAt().toString());
    json.writeEndObject();
  }

  private static void tone(JsonGenerator json, Tone tone) throws IOException {
    json.writeObjectFieldStart("tone");
    json.writeStringField("label", word(tone.label()));
    json.writeNumberField("score", rounded(tone.score()));
    json.writeNumberField("confidence", rounded(tone.confidence()));
    evidence(json, tone.evidence());
    json.writeEndObject();
  }

  private static void story(JsonGenerator json, @Nullable StoryPlace story) throws IOException {
    if (story == null) {
      return;
    }
    json.writeObjectFieldStart("story");
    text(json, "id", story.story());
    text(json, "copies", story.copies());
    json.writeStringField("relation", word(story.relation()));
    json.writeNumberField("similarity", rounded(story.similarity()));
    if (!story.reasons().isEmpty()) {
      json.writeArrayFieldStart("reasons");
      for (StoryReason reason : story.reasons()) {
        json.writeString(word(reason));
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void findings(JsonGenerator json, String key, List<Finding> findings)
      throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(key);
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("name", finding.name());
      json.writeStringField("rule", finding.rule());
      json.writeNumberField("confidence", rounded(finding.confidence()));
      evidence(json, finding.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void aspects(JsonGenerator json, List<Aspect> aspects) throws IOException {
    if (aspects.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("aspects");
    for (Aspect aspect : aspects) {
      json.writeStartObject();
      json.writeStringField("name", aspect.name());
      json.writeStringField("tone", word(aspect.tone()));
      evidence(json, aspect.evidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evidence(JsonGenerator json, List<Evidence> parts) throws IOException {
    if (parts.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("evidence");
    for (Evidence part : parts) {
      json.writeStartObject();
      place(json, part.field(), part.start(), part.end());
      json.writeStringField("rule", part.rule());
      json.writeNumberField("weight", rounded(part.weight()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void place(JsonGenerator json, String field, int start, int end)
      throws IOException {
    json.writeStringField("field", field);
    json.writeNumberField("start", start);
    json.writeNumberField("end", end);
  }

  private static void author(JsonGenerator json, Author author) throws IOException {
    if (author.equals(Author.UNKNOWN)) {
      return;
    }
    json.writeObjectFieldStart("author");
    text(json, "handle", author.handle());
    text(json, "name", author.name());
    number(json, "followers", author.followers());
    text(json, "createdAt", author.createdAt() == null ? null : author.createdAt().toString());
    json.writeEndObject();
  }

  private static void engagement(JsonGenerator json, Engagement engagement) throws IOException {
    if (engagement.equals(Engagement.NONE)) {
      return;
    }
    json.writeObjectFieldStart("engagement");
    number(json, "likes", engagement.likes());
    number(json, "comments", engagement.comments());
    number(json, "shares", engagement.shares());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String key, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(key, WellFormed.of(value));
    }
  }

  private static void texts(JsonGenerator json, String key, List<String> values)
      throws IOException {
    if (values.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(key);
    for (String value : values) {
      json.writeString(WellFormed.of(value));
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String key, @Nullable Long value)
      throws IOException {
    if (value != null) {
      json.writeNumberField(key, value);
    }
  }

  /** Four decimals: more is noise that costs bytes. */
  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
