package ouidire.ingest.publish;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.MentionHeaders;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.stream.Topics;

/**
 * Writes mentions to {@code ouidire.mentions}, keyed by id, with no header but what {@link
 * MentionHeaders} has. Safe for any number of threads. {@link #publish} blocks while 32 MiB wait
 * for the broker and fails after a minute of it.
 */
public final class KafkaMentionPublisher implements MentionPublisher, AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final Producer<String, byte[]> producer;

  public KafkaMentionPublisher(KafkaSettings settings) {
    this(new KafkaProducer<>(settings.producer("ouidire-ingest")));
  }

  KafkaMentionPublisher(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public CompletableFuture<Void> publish(Mention mention) {
    return Records.send(producer, record(mention));
  }

  @Override
  public CompletableFuture<Void> publishIfMatched(Mention mention) {
    ProducerRecord<String, byte[]> record = record(mention);
    MentionHeaders.keepIfMatched(record.headers());
    return Records.send(producer, record);
  }

  @Override
  public CompletableFuture<Void> refused(long items) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.MENTIONS.topicName(), null, null);
    MentionHeaders.refused(record.headers(), items);
    return Records.send(producer, record);
  }

  private static ProducerRecord<String, byte[]> record(Mention mention) {
    return new ProducerRecord<>(
        Topics.MENTIONS.topicName(), mention.id(), MentionJson.write(mention));
  }

  /** Sends what still waits, for at most ten seconds. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
