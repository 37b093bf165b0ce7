package ouidire.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ouidire.ingest.fetch.Validators;

/**
 * How far one feed was read: the validators of the last version whose entries were all
 * acknowledged, where the feed has moved to, and the entries known by then, with a digest of what
 * they said.
 *
 * @param entries by mention id, the least recently seen first; bounded by {@link #keeping}
 */
record FeedCursor(Validators validators, @Nullable String movedTo, Map<String, Known> entries) {
  static final FeedCursor START = new FeedCursor(Validators.NONE, null, Map.of());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEWEST_KEPT = 500;
  private static final int ID_BYTES = 16;
  private static final int ENTRY_BYTES = ID_BYTES + Long.BYTES + Long.BYTES;

  /**
   * What is known of an entry.
   *
   * @param digest of what it said
   * @param firstSeen to the millisecond
   */
  record Known(long digest, Instant firstSeen) {}

  Optional<Known> known(String mentionId) {
    return Optional.ofNullable(entries.get(mentionId));
  }

  boolean isFirst() {
    return entries.isEmpty();
  }

  /** The cursor after a version was read: what it held, and before it the most recent others. */
  FeedCursor keeping(Validators now, @Nullable String moved, Map<String, Known> current) {
    int others = Math.max(FEWEST_KEPT, current.size());
    LinkedHashMap<String, Known> kept = new LinkedHashMap<>();
    int skip = entries.size() - others;
    for (Map.Entry<String, Known> entry : entries.entrySet()) {
      if (skip-- <= 0 && !current.containsKey(entry.getKey())) {
        kept.put(entry.getKey(), entry.getValue());
      }
    }
    kept.putAll(current);
    return new FeedCursor(now, moved == null ? movedTo : moved, kept);
  }

  String text() {
    ObjectNode json = JSON.createObjectNode();
    json.put("etag", validators.etag());
    json.put("lastModified", validators.lastModified());
    json.put("movedTo", movedTo);
    ByteBuffer bytes = ByteBuffer.allocate(entries.size() * ENTRY_BYTES);
    entries.forEach(
        (id, known) -> {
          bytes.put(HexFormat.of().parseHex(id));
          bytes.putLong(known.digest());
          bytes.putLong(known.firstSeen().toEpochMilli());
        });
    json.put("entries", Base64.getEncoder().encodeToString(bytes.array()));
    return json.toString();
  }

  /** Reads a saved cursor; one that cannot be read is the start, since ids make that harmless. */
  static FeedCursor of(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(json.path("entries").asText()));
      LinkedHashMap<String, Known> entries = new LinkedHashMap<>();
      byte[] id = new byte[ID_BYTES];
      while (bytes.remaining() >= ENTRY_BYTES) {
        bytes.get(id);
        long digest = bytes.getLong();
        entries.put(
            HexFormat.of().formatHex(id), new Known(digest, Instant.ofEpochMilli(bytes.getLong())));
      }
      return new FeedCursor(
          new Validators(json.path("etag").textValue(), json.path("lastModified").textValue()),
          json.path("movedTo").textValue(),
          entries);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return START;
    }
  }
}
