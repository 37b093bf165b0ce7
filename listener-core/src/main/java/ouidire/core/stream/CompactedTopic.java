package ouidire.core.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a compacted topic, of which the last record of each key is what counts, from its beginning
 * to its end.
 */
public final class CompactedTopic {
  private static final Duration POLL = Duration.ofMillis(200);

  private CompactedTopic() {}

  /** What is done with each record; a null value is a tombstone. */
  public interface Reader {
    void read(ConsumerRecord<String, byte[]> record);
  }

  /**
   * Hands over every record up to the end that the topic has at the call, in order per key. The
   * consumer is left assigned to all partitions and stands at that end or beyond, so that polling
   * it goes on from there. The topic must exist.
   */
  public static void readToEnd(Consumer<String, byte[]> consumer, Topics topic, Reader reader) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        reader.read(record);
      }
    }
  }
}
