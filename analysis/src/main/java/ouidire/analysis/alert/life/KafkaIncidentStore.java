package ouidire.analysis.alert.life;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentJson;
import ouidire.core.stream.CompactedTopic;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * Keeps incidents in the compacted topic {@code ouidire.alerts}, keyed by id, state and outbox in
 * one record. The topic must exist.
 *
 * <p>One process writes, and Kafka holds to it: every change is a transaction of the transactional
 * id {@code ouidire-alerts}, and whoever takes the store next fences the one before. A process that
 * hung and wakes cannot change an incident any more; and since it sends nothing before it has kept
 * that it is about to, it pages nobody of anything new. Only what it had noted before it hung may
 * go out once more, under the same id and key.
 */
public final class KafkaIncidentStore implements IncidentStore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaIncidentStore.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final String TOPIC = Topics.ALERTS.topicName();
  private static final String FENCE = "ouidire-alerts";

  /** What a process left unfinished when it hung hides later records from readers so long. */
  private static final int UNFINISHED_MILLIS = 10_000;

  private final KafkaSettings settings;
  private final KafkaProducer<String, byte[]> producer;
  private final Runnable lost;
  private @Nullable RuntimeException over;

  private KafkaIncidentStore(KafkaSettings settings, Runnable lost) {
    this.settings = settings;
    this.lost = lost;
    Map<String, Object> own = settings.producer("ouidire-alerts");
    // One change at a time, and a person waits for it.
    own.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    own.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, FENCE);
    own.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, UNFINISHED_MILLIS);
    producer = new KafkaProducer<>(own);
  }

  /**
   * Takes the store: whoever had it before keeps nothing more, from when this returns.
   *
   * @param lost called when this one can keep nothing more, since another took the store or what
   *     became of a record cannot be known: it is to be closed and taken anew; must return at once
   * @throws KafkaException when Kafka does not answer
   */
  public static KafkaIncidentStore take(KafkaSettings settings, Runnable lost) {
    KafkaIncidentStore store = new KafkaIncidentStore(settings, lost);
    try {
      store.producer.initTransactions();
      return store;
    } catch (RuntimeException e) {
      store.producer.close(Duration.ZERO);
      throw e;
    }
  }

  @Override
  public synchronized void save(Collection<Incident> incidents) {
    String ids = incidents.stream().map(Incident::id).collect(Collectors.joining(", "));
    if (over != null) {
      throw notKept(ids, over);
    }
    // What is being kept is kept whole, even by a thread that is told to end.
    boolean interrupted = Thread.interrupted();
    try {
      producer.beginTransaction();
      for (Incident incident : incidents) {
        Future<RecordMetadata> unused =
            producer.send(new ProducerRecord<>(TOPIC, incident.id(), IncidentJson.write(incident)));
      }
      interrupted |= commit();
    } catch (KafkaException e) {
      interrupted |= Thread.interrupted();
      boolean undone = undone(e);
      if (!undone) {
        over = e;
        lost.run();
      }
      throw notKept(ids, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether the thread was interrupted meanwhile: the same operation is then asked for again. */
  private boolean commit() {
    boolean interrupted = false;
    while (true) {
      try {
        producer.commitTransaction();
        return interrupted;
      } catch (InterruptException e) {
        interrupted = true;
        boolean unused = Thread.interrupted();
      }
    }
  }

  /** Whether it is certain that nothing was kept, and the next record can be tried. */
  private boolean undone(KafkaException e) {
    if (isFenced(e)) {
      return false;
    }
    try {
      producer.abortTransaction();
      return true;
    } catch (RuntimeException again) {
      e.addSuppressed(again);
      return false;
    }
  }

  private static boolean isFenced(@Nullable Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }

  private static NotKeptException notKept(String ids, RuntimeException cause) {
    return isFenced(cause) ? new TakenOverException(ids, cause) : new NotKeptException(ids, cause);
  }

  @Override
  public List<Incident> read() {
    return read(settings);
  }

  /** What is kept there now, for whoever only looks. */
  public static List<Incident> read(KafkaSettings settings) {
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

  /** Ends within ten seconds; the store is free for the next to take either way. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
