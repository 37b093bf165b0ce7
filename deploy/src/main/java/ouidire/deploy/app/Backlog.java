package ouidire.deploy.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.pipeline.MentionAnalyser;
import ouidire.analysis.pipeline.MentionIndexer;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * What is published and not in the index yet, by positions rather than counters: also what a crash
 * left behind.
 */
final class Backlog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private final Admin admin;
  private final MentionIndexer indexer;
  private volatile long lastKnown;

  Backlog(KafkaSettings kafka, MentionIndexer indexer) {
    this.admin = Admin.create(kafka.admin("ouidire-backlog"));
    this.indexer = indexer;
  }

  /**
   * How many records are on the streams now and not yet searchable: those of {@code
   * ouidire.mentions} that are not analysed, and those of {@code ouidire.analysed} that cannot be
   * found. As it was last known while Kafka does not answer.
   */
  long records() {
    try {
      long records =
          missing(analysed(), Topics.MENTIONS) + missing(indexer.searchable(), Topics.ANALYSED);
      lastKnown = records;
      return records;
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("the backlog cannot be read", e);
      return lastKnown;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return lastKnown;
    }
  }

  private long missing(Map<TopicPartition, Long> positions, Topics topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, Long> ends = ends(topic, OffsetSpec.latest());
    Map<TopicPartition, Long> begins =
        positions.keySet().containsAll(ends.keySet())
            ? Map.of()
            : ends(topic, OffsetSpec.earliest());
    long missing = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      Long position = positions.get(end.getKey());
      long from = position == null ? begins.getOrDefault(end.getKey(), 0L) : position;
      missing += Math.max(0, end.getValue() - from);
    }
    return missing;
  }

  /**
   * Waits until nothing is left of what is published now.
   *
   * @param index where it is to be kept for good
   * @param failed completes exceptionally when waiting is in vain
   */
  void awaitEmpty(LuceneMentionIndex index, CompletableFuture<Void> failed)
      throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    try {
      Map<TopicPartition, Long> published = ends(Topics.MENTIONS, OffsetSpec.latest());
      while (!reached(analysed(), published)) {
        pause(never, failed);
      }
      Map<TopicPartition, Long> known = ends(Topics.ANALYSED, OffsetSpec.latest());
      while (!reached(index.committed().next(), known)) {
        pause(never, failed);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka does not say how far it is", e);
    }
  }

  private static void pause(CountDownLatch never, CompletableFuture<Void> failed)
      throws InterruptedException {
    if (failed.isCompletedExceptionally()) {
      throw new IllegalStateException("the broker failed before all could be found");
    }
    var unused = never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static boolean reached(
      Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      Long position = positions.get(end.getKey());
      if (end.getValue() > (position == null ? 0 : position)) {
        return false;
      }
    }
    return true;
  }

  private Map<TopicPartition, Long> analysed()
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, Long> positions = new HashMap<>();
    Map<TopicPartition, @Nullable OffsetAndMetadata> committed =
        new HashMap<>(
            admin
                .listConsumerGroupOffsets(MentionAnalyser.GROUP)
                .partitionsToOffsetAndMetadata()
                .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS));
    committed.forEach(
        (partition, offset) -> {
          if (offset != null) {
            positions.put(partition, offset.offset());
          }
        });
    return positions;
  }

  private Map<TopicPartition, Long> ends(Topics topic, OffsetSpec which)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (TopicDescription description :
        admin
            .describeTopics(List.of(topic.topicName()))
            .allTopicNames()
            .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
            .values()) {
      description
          .partitions()
          .forEach(p -> wanted.put(new TopicPartition(topic.topicName(), p.partition()), which));
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(wanted)
        .all()
        .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
        .forEach((p, info) -> ends.put(p, info.offset()));
    return ends;
  }

  @Override
  public void close() {
    admin.close();
  }
}
