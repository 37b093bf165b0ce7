package ouidire.core.mention;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * The JSON form of mentions: on Kafka, in files, in the API. Streaming both ways, since every
 * mention passes here several times. The shape is published as {@code
 * ouidire/schema/mention.schema.json}; unknown keys are ignored, nulls and empties left out.
 */
public final class MentionJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(4_000_000)
                  .build())
          .build();

  private MentionJson() {}

  public static byte[] write(Mention mention) {
    return bytes(
        json -> {
          json.writeStartObject();
          MentionJsonWriter.mention(json, mention);
          json.writeEndObject();
        });
  }

  public static byte[] write(AnalysedMention analysed) {
    return bytes(json -> write(json, analysed));
  }

  /** Writes into a document that the caller has begun. */
  public static void write(JsonGenerator json, AnalysedMention analysed) throws IOException {
    json.writeStartObject();
    MentionJsonWriter.mention(json, analysed.mention());
    MentionJsonWriter.analysis(json, analysed);
    json.writeEndObject();
  }

  /**
   * Reads a mention as {@code ouidire.mentions} holds it: id, source, publishedAt, collectedAt and
   * text or title are there.
   *
   * @throws InvalidMentionException naming the field and the remedy
   */
  public static Mention readMention(byte[] json) {
    return read(json).complete();
  }

  /**
   * Reads a mention as people write it, where only {@code text} (or a title) and {@code
   * publishedAt} are required.
   *
   * @param source its source where it names none
   * @param now its collection time where it names none
   * @throws InvalidMentionException naming the field and the remedy
   */
  public static Mention readMention(byte[] json, SourceRef source, Instant now) {
    return read(json).complete(source, now);
  }

  /**
   * As {@link #readMention(byte[], SourceRef, Instant)}, from a parser that stands at the object's
   * start.
   */
  public static Mention readMention(JsonParser json, SourceRef source, Instant now)
      throws IOException {
    return MentionJsonReader.object(json).complete(source, now);
  }

  /**
   * Reads a value of {@code ouidire.analysed}.
   *
   * @throws InvalidMentionException naming the field and the remedy
   */
  public static AnalysedMention readAnalysed(byte[] json) {
    return read(json).completeAnalysed();
  }

  private static MentionDraft read(byte[] bytes) {
    try (JsonParser json = JSON.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidMentionException(
            "",
            "n’est pas un objet JSON ; donnez {\"text\":…, \"publishedAt\":…}",
            "is not a JSON object; give {\"text\":..., \"publishedAt\":...}");
      }
      MentionDraft draft = MentionJsonReader.object(json);
      if (json.nextToken() != null) {
        throw new InvalidMentionException(
            "",
            "continue après l’objet ; donnez un objet par enregistrement",
            "goes on after the object; give one object a record");
      }
      return draft;
    } catch (IOException e) {
      throw MentionJsonReader.unreadable(e);
    }
  }

  private static byte[] bytes(Body body) {
    try (ByteArrayBuilder out = new ByteArrayBuilder(JSON._getBufferRecycler(), 1024)) {
      try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
        body.write(json);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }
}
