package ouidire.core.mention;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
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
 * Reads the parts of {@link MentionJson}. Every method stands at a value's first token and leaves
 * at its last.
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
      case "analysis" -> draft.analysis = analysis(json);
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

  private static MentionDraft.@Nullable Analysis analysis(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    @Nullable String[] language = new @Nullable String[1];
    Tone[] tone = {Tone.UNKNOWN};
    List<BrandMatch> matches = new ArrayList<>(2);
    List<Finding> kinds = new ArrayList<>(2);
    List<Finding> flags = new ArrayList<>(1);
    List<Aspect> aspects = new ArrayList<>(1);
    @Nullable StoryPlace[] story = new @Nullable StoryPlace[1];
    @Nullable Instant[] at = new @Nullable Instant[1];
    fields(
        json,
        "analysis",
        (key, in) -> {
          switch (key) {
            case "language" -> language[0] = text(in, "analysis.language");
            case "tone" -> tone[0] = tone(in);
            case "matches" -> each(in, "analysis.matches", item -> matches.add(match(item)));
            case "kinds" -> each(in, "analysis.kinds", item -> kinds.add(finding(item)));
            case "flags" -> each(in, "analysis.flags", item -> flags.add(finding(item)));
            case "aspects" -> each(in, "analysis.aspects", item -> aspects.add(aspect(item)));
            case "story" -> story[0] = story(in);
            case "analysedAt" -> at[0] = time(in, "analysis.analysedAt");
            default -> in.skipChildren();
          }
        });
    return new MentionDraft.Analysis(
        MentionDraft.required("analysis.language", language[0]),
        tone[0],
        matches,
        kinds,
        flags,
        aspects,
        story[0],
        MentionDraft.required("analysis.analysedAt", at[0]));
  }

  private static @Nullable StoryPlace story(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    @Nullable String[] ids = new @Nullable String[2];
    StoryRelation[] relation = {StoryRelation.FIRST};
    double[] similarity = {1};
    List<StoryReason> reasons = new ArrayList<>(2);
    fields(
        json,
        "story",
        (key, in) -> {
          switch (key) {
            case "id" -> ids[0] = text(in, "story.id");
            case "copies" -> ids[1] = text(in, "story.copies");
            case "relation" -> {
              StoryRelation read = word(in, "story.relation", StoryRelation.class);
              relation[0] = read == null ? StoryRelation.FIRST : read;
            }
            case "similarity" -> similarity[0] = in.getDoubleValue();
            case "reasons" ->
                each(
                    in,
                    "story.reasons",
                    item ->
                        reasons.add(
                            MentionDraft.required(
                                "story.reasons", word(item, "story.reasons", StoryReason.class))));
            default -> in.skipChildren();
          }
        });
    return new StoryPlace(
        MentionDraft.required("story.id", ids[0]),
        MentionDraft.required("story.copies", ids[1]),
        relation[0],
        similarity[0],
        reasons);
  }

  private static BrandMatch match(JsonParser json) throws IOException {
    @Nullable String[] brand = new @Nullable String[1];
    List<Span> spans = new ArrayList<>(4);
    Tone[] tone = {Tone.UNKNOWN};
    fields(
        json,
        "match",
        (key, in) -> {
          switch (key) {
            case "brand" -> brand[0] = text(in, "match.brand");
            case "spans" -> each(in, "match.spans", item -> spans.add(Place.read(item).span()));
            case "tone" -> tone[0] = tone(in);
            default -> in.skipChildren();
          }
        });
    return new BrandMatch(MentionDraft.required("match.brand", brand[0]), spans, tone[0]);
  }

  private static Aspect aspect(JsonParser json) throws IOException {
    @Nullable String[] name = new @Nullable String[1];
    ToneLabel[] tone = {ToneLabel.UNKNOWN};
    List<Evidence> evidence = new ArrayList<>(4);
    fields(
        json,
        "aspect",
        (key, in) -> {
          switch (key) {
            case "name" -> name[0] = text(in, "aspect.name");
            case "tone" -> {
              ToneLabel read = word(in, "aspect.tone", ToneLabel.class);
              tone[0] = read == null ? ToneLabel.UNKNOWN : read;
            }
            case "evidence" ->
                each(in, "aspect.evidence", item -> evidence.add(Place.read(item).evidence()));
            default -> in.skipChildren();
          }
        });
    return new Aspect(MentionDraft.required("aspect.name", name[0]), tone[0], evidence);
  }

  private static Finding finding(JsonParser json) throws IOException {
    @Nullable String[] words = {null, Finding.LEARNED};
    double[] confidence = {1};
    List<Evidence> evidence = new ArrayList<>(4);
    fields(
        json,
        "finding",
        (key, in) -> {
          switch (key) {
            case "name" -> words[0] = text(in, "finding.name");
            case "rule" -> words[1] = text(in, "finding.rule");
            case "confidence" -> confidence[0] = in.getDoubleValue();
            case "evidence" ->
                each(in, "finding.evidence", item -> evidence.add(Place.read(item).evidence()));
            default -> in.skipChildren();
          }
        });
    return new Finding(
        MentionDraft.required("finding.name", words[0]),
        MentionDraft.required("finding.rule", words[1]),
        confidence[0],
        evidence);
  }

  private static Tone tone(JsonParser json) throws IOException {
    ToneLabel[] label = {ToneLabel.UNKNOWN};
    double[] numbers = new double[2];
    List<Evidence> evidence = new ArrayList<>(4);
    fields(
        json,
        "tone",
        (key, in) -> {
          switch (key) {
            case "label" -> {
              ToneLabel read = word(in, "tone.label", ToneLabel.class);
              label[0] = read == null ? ToneLabel.UNKNOWN : read;
            }
            case "score" -> numbers[0] = in.getDoubleValue();
            case "confidence" -> numbers[1] = in.getDoubleValue();
            case "evidence" ->
                each(in, "tone.evidence", item -> evidence.add(Place.read(item).evidence()));
            default -> in.skipChildren();
          }
        });
    return new Tone(label[0], numbers[0], numbers[1], evidence);
  }

  /** A span with what evidence adds to it. */
  private record Place(String field, int start, int end, String rule, double weight) {
    static Place read(JsonParser json) throws IOException {
      String[] words = {"text", "word"};
      int[] ends = new int[2];
      double[] weight = new double[1];
      fields(
          json,
          "span",
          (key, in) -> {
            switch (key) {
              case "field" ->
                  words[0] = MentionDraft.required("span.field", text(in, "span.field"));
              case "rule" -> words[1] = MentionDraft.required("span.rule", text(in, "span.rule"));
              case "start" -> ends[0] = in.getIntValue();
              case "end" -> ends[1] = in.getIntValue();
              case "weight" -> weight[0] = in.getDoubleValue();
              default -> in.skipChildren();
            }
          });
      return new Place(words[0], ends[0], ends[1], words[1], weight[0]);
    }

    Span span() {
      return new Span(field, start, end);
    }

    Evidence evidence() {
      return new Evidence(field, start, end, rule, weight);
    }
  }

  private static void fields(JsonParser json, String path, Field each) throws IOException {
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

  private static void each(JsonParser json, String path, Item item) throws IOException {
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

  private static List<String> texts(JsonParser json, String field) throws IOException {
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

  private static @Nullable String text(JsonParser json, String field) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING, VALUE_NUMBER_INT -> WellFormed.of(json.getText());
      default ->
          throw new InvalidMentionException(
              field, "n’est pas un texte ; donnez \"…\"", "is not a text; give \"...\"");
    };
  }

  private static @Nullable Long count(JsonParser json, String field) throws IOException {
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

  private static @Nullable Instant time(JsonParser json, String field) throws IOException {
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

  private static <E extends Enum<E>> @Nullable E word(JsonParser json, String field, Class<E> type)
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

  private interface Field {
    void read(String key, JsonParser json) throws IOException;
  }

  private interface Item {
    void read(JsonParser json) throws IOException;
  }
}
