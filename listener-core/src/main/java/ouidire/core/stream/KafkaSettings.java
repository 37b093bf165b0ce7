package ouidire.core.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How to reach the streams, and what every client of ours holds to. Keys are UTF-8 text, values
 * bytes.
 *
 * @param bootstrap {@code host:port}, several with commas: the embedded broker's address or a
 *     cluster's
 * @param properties further Kafka client properties by their own names (security, SASL, timeouts);
 *     what a guarantee rests on (acks, idempotence, commits) cannot be changed by them
 */
public record KafkaSettings(String bootstrap, Map<String, String> properties) {
  /**
   * Longest record, bytes: the longest text that a mention may have, escaped at its worst, fits.
   * Topics are created with it as {@code max.message.bytes}.
   */
  public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

  public KafkaSettings {
    if (bootstrap.isBlank()) {
      throw new IllegalArgumentException("kafka.bootstrap is empty; give host:port");
    }
    properties = Map.copyOf(properties);
  }

  /** The defaults, at this address. */
  public static KafkaSettings at(String bootstrap) {
    return new KafkaSettings(bootstrap, Map.of());
  }

  /**
   * For a producer of {@code <String, byte[]>} records: acknowledged by all in-sync replicas,
   * idempotent (order per key is kept and a retry writes nothing twice), batched, lz4. A full
   * buffer blocks the sender for at most one minute; a record not kept within two has failed.
   */
  public Map<String, Object> producer(String clientId) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * 1024 * 1024);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 60_000L);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
    settings.putAll(properties);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
    return settings;
  }

  /**
   * For a consumer of {@code <String, byte[]>} records that says itself where it stands: nothing is
   * committed on its own, and without a position it starts at the beginning.
   */
  public Map<String, Object> consumer(String clientId) {
    Map<String, Object> settings = new HashMap<>(properties);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }

  /** For an admin client. */
  public Map<String, Object> admin(String clientId) {
    Map<String, Object> settings = new HashMap<>(properties);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    return settings;
  }
}
