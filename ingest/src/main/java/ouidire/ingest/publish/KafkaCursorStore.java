package ouidire.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import ouidire.core.stream.CompactedTopic;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * Keeps cursors in the compacted topic {@code ouidire.cursors}, keyed by source id. The topic is
 * read once, when the store opens; from then on the store knows what it saved itself, so a source
 * must be read by one process at a time. The topic must exist.
 */
public final class KafkaCursorStore implements CursorStore, AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final String TOPIC = Topics.CURSORS.topicName();

  private final Producer<String, byte[]> producer;
  private final Map<String, String> cursors = new ConcurrentHashMap<>();

  private KafkaCursorStore(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** Opens the store and reads what was saved before. */
  public static KafkaCursorStore open(KafkaSettings settings) {
    try (Consumer<String, byte[]> saved =
        new KafkaConsumer<>(settings.consumer("ouidire-cursors"))) {
      return open(saved, new KafkaProducer<>(settings.producer("ouidire-cursors")));
    }
  }

  static KafkaCursorStore open(Consumer<String, byte[]> saved, Producer<String, byte[]> producer) {
    KafkaCursorStore store = new KafkaCursorStore(producer);
    try {
      CompactedTopic.readToEnd(saved, Topics.CURSORS, store::read);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      cursors.remove(record.key());
    } else {
      cursors.put(record.key(), new String(record.value(), UTF_8));
    }
  }

  @Override
  public Optional<String> read(String sourceId) {
    return Optional.ofNullable(cursors.get(sourceId));
  }

  @Override
  public CompletableFuture<Void> save(String sourceId, String cursor) {
    return Records.send(producer, new ProducerRecord<>(TOPIC, sourceId, cursor.getBytes(UTF_8)))
        .thenRun(() -> cursors.put(sourceId, cursor));
  }

  /** Sends what still waits, for at most ten seconds. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
