package ouidire.analysis.alert;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertJson;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.stream.CompactedTopic;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * Keeps alerts in the compacted topic {@code ouidire.alerts}, keyed by alert id. The topic is read
 * once, at opening; one process raises alerts. The topic must exist.
 */
public final class KafkaAlertLog implements AlertLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaAlertLog.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final String TOPIC = Topics.ALERTS.topicName();

  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, Alert> alerts = new ConcurrentHashMap<>();
  private final List<Consumer<Alert>> listeners = new CopyOnWriteArrayList<>();

  private KafkaAlertLog(KafkaProducer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** Opens the log and reads what was raised before. */
  public static KafkaAlertLog open(KafkaSettings settings) {
    KafkaAlertLog log = new KafkaAlertLog(new KafkaProducer<>(settings.producer("ouidire-alerts")));
    try (KafkaConsumer<String, byte[]> past =
        new KafkaConsumer<>(settings.consumer("ouidire-alerts"))) {
      CompactedTopic.readToEnd(past, Topics.ALERTS, log::read);
      return log;
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      alerts.remove(record.key());
      return;
    }
    try {
      alerts.put(record.key(), AlertJson.read(record.value()));
    } catch (IllegalArgumentException e) {
      LOG.warn("alert {} of {} cannot be read and is passed over", record.key(), TOPIC);
    }
  }

  @Override
  public void append(Alert alert) {
    try {
      producer.send(new ProducerRecord<>(TOPIC, alert.id(), AlertJson.write(alert))).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AlertNotKeptException(alert.id(), e);
    } catch (ExecutionException | RuntimeException e) {
      throw new AlertNotKeptException(alert.id(), e);
    }
    alerts.put(alert.id(), alert);
    for (Consumer<Alert> listener : listeners) {
      listener.accept(alert);
    }
  }

  @Override
  public Optional<Alert> last(String brand) {
    return alerts.values().stream()
        .filter(alert -> alert.brand().equals(brand))
        .max(Comparator.comparing(Alert::startedAt));
  }

  @Override
  public List<Alert> latest(int limit) {
    return alerts.values().stream()
        .sorted(Comparator.comparing(Alert::startedAt).reversed().thenComparing(Alert::id))
        .limit(limit)
        .toList();
  }

  @Override
  public Subscription subscribe(Consumer<Alert> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Sends what still waits, for at most ten seconds. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
