package ouidire.ingest.publish;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.stream.Topics;

/**
 * Writes mentions to {@code ouidire.mentions}, keyed by id, without headers. Safe for any number of
 * threads. {@link #publish} blocks while 32 MiB wait for the broker and fails after a minute of it.
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
    return Records.send(
        producer, Topics.MENTIONS.topicName(), mention.id(), MentionJson.write(mention));
  }

  /** Sends what still waits, for at most ten seconds. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
