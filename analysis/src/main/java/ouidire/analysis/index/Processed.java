package ouidire.analysis.index;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the index has come in the stream it is a projection of. Kept in the user data of the
 * Lucene commit, so that documents and position move together.
 *
 * @param stream identity of the topic; offsets mean nothing in another, even of the same name.
 *     Empty when nothing was processed yet
 * @param next by partition, the offset of the first record not processed
 */
public record Processed(String stream, Map<TopicPartition, Long> next) {
  public static final Processed NOTHING = new Processed("", Map.of());

  private static final String SCHEMA_KEY = "schema";
  private static final String STREAM_KEY = "stream";
  private static final String OFFSET_KEY = "next:";

  public Processed {
    next = Map.copyOf(next);
  }

  Map<String, String> toCommit() {
    Map<String, String> data = new HashMap<>();
    data.put(SCHEMA_KEY, Integer.toString(Fields.SCHEMA));
    data.put(STREAM_KEY, stream);
    next.forEach(
        (partition, offset) ->
            data.put(
                OFFSET_KEY + partition.topic() + ":" + partition.partition(),
                Long.toString(offset)));
    return data;
  }

  /**
   * Reads a commit's user data.
   *
   * @throws OtherSchemaException when documents of another schema are in that commit
   */
  static Processed fromCommit(Map<String, String> data) throws OtherSchemaException {
    if (data.isEmpty()) {
      return NOTHING;
    }
    String schema = data.getOrDefault(SCHEMA_KEY, "none");
    if (!schema.equals(Integer.toString(Fields.SCHEMA))) {
      throw new OtherSchemaException(schema);
    }
    Map<TopicPartition, Long> next = new HashMap<>();
    data.forEach(
        (key, value) -> {
          if (key.startsWith(OFFSET_KEY)) {
            int colon = key.lastIndexOf(':');
            String topic = key.substring(OFFSET_KEY.length(), colon);
            int partition = Integer.parseInt(key, colon + 1, key.length(), 10);
            next.put(new TopicPartition(topic, partition), Long.valueOf(value));
          }
        });
    return new Processed(data.getOrDefault(STREAM_KEY, ""), next);
  }

  /** The index was written for other questions than today's. */
  static final class OtherSchemaException extends Exception {
    private static final long serialVersionUID = 1L;

    OtherSchemaException(String schema) {
      super("has schema " + schema + ", this version writes " + Fields.SCHEMA);
    }
  }
}
