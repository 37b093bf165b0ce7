package ouidire.analysis.alert.life;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentJson;
import ouidire.core.stream.CompactedTopic;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * Keeps incidents in the compacted topic {@code ouidire.alerts}, keyed by id, state and outbox in
 * one record. The topic must exist; one process writes.
 */
public final class KafkaIncidentStore implements IncidentStore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaIncidentStore.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final String TOPIC = Topics.ALERTS.topicName();

  private final KafkaSettings settings;
  private final KafkaProducer<String, byte[]> producer;

  public KafkaIncidentStore(KafkaSettings settings) {
    this.settings = settings;
    Map<String, Object> own = settings.producer("ouidire-alerts");
    // One record at a time, and a person waits for it.
    own.put("linger.ms", 0);
    producer = new KafkaProducer<>(own);
  }

  @Override
  public void save(Incident incident) {
    try {
      producer.send(new ProducerRecord<>(TOPIC, incident.id(), IncidentJson.write(incident))).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotKeptException(incident.id(), e);
    } catch (ExecutionException | RuntimeException e) {
      throw new NotKeptException(incident.id(), e);
    }
  }

  @Override
  public List<Incident> read() {
    Map<String, Incident> kept = new LinkedHashMap<>();
    try (KafkaConsumer<String, byte[]> past =
        new KafkaConsumer<>(settings.consumer("ouidire-alerts"))) {
      CompactedTopic.readToEnd(past, Topics.ALERTS, record -> read(record, kept));
    }
    return List.copyOf(kept.values());
  }

  private static void read(ConsumerRecord<String, byte[]> record, Map<String, Incident> kept) {
    if (record.value() == null) {
      kept.remove(record.key());
      return;
    }
    try {
      kept.put(record.key(), IncidentJson.read(record.value()));
    } catch (IllegalArgumentException e) {
      LOG.warn("incident {} of {} cannot be read and is passed over", record.key(), TOPIC);
    }
  }

  /** Sends what still waits, for at most ten seconds. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
