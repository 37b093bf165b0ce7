package ouidire.deploy.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.pipeline.MentionAnalyser;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * What is published and not in the index yet, by positions rather than counters: also what a crash
 * left behind.
 */
final class Backlog implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(50);
  private final Admin admin;
  private final LuceneMentionIndex index;

  Backlog(KafkaSettings kafka, LuceneMentionIndex index) {
    this.admin = Admin.create(kafka.admin("ouidire-backlog"));
    this.index = index;
  }

  /**
   * Waits until nothing is left of what is published now.
   *
   * @param failed completes exceptionally when waiting is in vain
   */
  void awaitEmpty(CompletableFuture<Void> failed) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    try {
      Map<TopicPartition, Long> published = ends(Topics.MENTIONS);
      while (!reached(analysed(), published)) {
        pause(never, failed);
      }
      Map<TopicPartition, Long> known = ends(Topics.ANALYSED);
      while (!reached(index.committed().next(), known)) {
        pause(never, failed);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the backlog cannot be read", e.getCause());
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

  private Map<TopicPartition, Long> analysed() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> positions = new HashMap<>();
    Map<TopicPartition, @Nullable OffsetAndMetadata> committed =
        new HashMap<>(
            admin
                .listConsumerGroupOffsets(MentionAnalyser.GROUP)
                .partitionsToOffsetAndMetadata()
                .get());
    committed.forEach(
        (partition, offset) -> positions.put(partition, offset == null ? 0L : offset.offset()));
    return positions;
  }

  private Map<TopicPartition, Long> ends(Topics topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (TopicDescription description :
        admin.describeTopics(List.of(topic.topicName())).allTopicNames().get().values()) {
      description
          .partitions()
          .forEach(
              p ->
                  latest.put(
                      new TopicPartition(topic.topicName(), p.partition()), OffsetSpec.latest()));
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(latest).all().get().forEach((p, info) -> ends.put(p, info.offset()));
    return ends;
  }

  @Override
  public void close() {
    admin.close();
  }
}
