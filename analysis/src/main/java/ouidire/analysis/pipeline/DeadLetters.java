package ouidire.analysis.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/** The records that were given up: to look at, and to publish again once the cause is gone. */
public final class DeadLetters {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaSettings kafka;
  private final InstantSource clock;

  public DeadLetters(KafkaSettings kafka, InstantSource clock) {
    this.kafka = kafka;
    this.clock = clock;
  }

  /** Every dead letter there is now, oldest first. */
  public void forEach(Consumer<DeadLetter> action) {
    Map<String, Instant> replayed = new HashMap<>();
    read(
        record -> {
          String mark = DeadLetter.get(record.headers(), DeadLetter.REPLAYED, "");
          if (!mark.isEmpty()) {
            replayed.put(record.key(), Instant.parse(mark));
          }
        });
    read(
        record -> {
          if (record.headers().lastHeader(DeadLetter.REPLAYED) == null) {
            action.accept(DeadLetter.read(record, replayed.get(record.key())));
          }
        });
  }

  /**
   * Publishes the bytes of chosen dead letters again, to the topic that they came from, and marks
   * them. What fails again becomes a new dead letter.
   *
   * @param chosen asked of each that was not replayed yet
   * @return how many were published
   */
  public int replay(Predicate<DeadLetter> chosen) {
    int[] count = new int[1];
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(kafka.producer("ouidire-dead-letters"))) {
      forEach(
          letter -> {
            if (letter.replayedAt() == null && chosen.test(letter)) {
              await(
                  producer.send(
                      new ProducerRecord<>(letter.topic(), null, letter.key(), letter.bytes())));
              await(producer.send(DeadLetter.replayedMark(letter, clock.instant())));
              count[0]++;
            }
          });
    }
    return count[0];
  }

  private static void await(Future<?> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the stream does not take the record", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while publishing again", e);
    }
  }

  /** Reads the topic from its beginning to what is its end now. */
  private void read(Consumer<ConsumerRecord<String, byte[]>> action) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(kafka.consumer("ouidire-dead-letters"))) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .partitionsFor(Topics.DEAD_LETTERS.topicName())
          .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (record.key() != null) {
            action.accept(record);
          }
        }
      }
    }
  }
}
