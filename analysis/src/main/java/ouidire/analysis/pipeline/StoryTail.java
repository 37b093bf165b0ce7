package ouidire.analysis.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.story.StoryGrouper;
import ouidire.analysis.story.StoryReader;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.MentionJson;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * Makes the grouper remember what {@code ouidire.analysed} says: at the start the last mentions,
 * then those that other analysers of the group place. So a story goes on over a restart, and is one
 * over several processes but for what they place at the same instant.
 */
final class StoryTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoryTail.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final StoryGrouper grouper;
  private final StoryReader reader = new StoryReader();
  private final KafkaConsumer<String, byte[]> consumer;

  StoryTail(KafkaSettings kafka, StoryGrouper grouper) {
    this.grouper = grouper;
    Map<String, Object> settings = new HashMap<>(kafka.consumer("ouidire-stories"));
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    consumer = new KafkaConsumer<>(settings);
  }

  /** Recalls the last mentions, as many as the grouper's window holds. */
  void recall() {
    List<TopicPartition> partitions = new ArrayList<>();
    consumer
        .partitionsFor(Topics.ANALYSED.topicName())
        .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    long each = Math.max(1, grouper.window() / Math.max(1, partitions.size()));
    ends.forEach(
        (partition, end) ->
            consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - each)));
    long begun = System.nanoTime();
    int recalled = 0;
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      recalled += recall(consumer.poll(PATIENCE));
    }
    if (recalled > 0) {
      LOG.info("{} mentions recalled in {} ms", recalled, (System.nanoTime() - begun) / 1_000_000);
    }
  }

  /** Recalls what was written since. */
  void follow() {
    recall(consumer.poll(Duration.ZERO));
  }

  private int recall(ConsumerRecords<String, byte[]> records) {
    int recalled = 0;
    for (ConsumerRecord<String, byte[]> record : records) {
      byte[] json = record.value();
      if (json == null || grouper.knows(record.key())) {
        continue;
      }
      try {
        AnalysedMention seen = MentionJson.readAnalysed(json);
        if (seen.story() != null) {
          grouper.recall(reader.read(seen.mention()), seen.story());
          recalled++;
        }
      } catch (InvalidMentionException e) {
        LOG.debug("record {} of {} is no mention", record.offset(), record.partition(), e);
      }
    }
    return recalled;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
