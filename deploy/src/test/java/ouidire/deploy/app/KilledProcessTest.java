package ouidire.deploy.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.analysis.index.LuceneMentionHistory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.pipeline.MentionIndexer;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;
import ouidire.core.waiting.Await;
import ouidire.deploy.broker.EmbeddedBroker;

/**
 * The whole service is killed at random moments under load; in the end nothing acknowledged is
 * lost, nothing is there twice, and the index is what the stream says, also when it is rebuilt from
 * nothing. {@code -Pchaos} kills 200 times; {@code -Douidire.chaos.seed} repeats a run.
 */
class KilledProcessTest {
  private static final long LONGEST_LIFE_MS = 4_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path root;
  private final PipelineMetrics metrics = new PipelineMetrics(new SimpleMeterRegistry());

  @Test
  void nothingIsLostAndNothingIsThereTwice() throws Exception {
    int kills = Integer.getInteger("ouidire.chaos.kills", 20);
    long seed = Long.getLong("ouidire.chaos.seed", System.nanoTime());
    System.err.println("killing " + kills + " times; repeat with -Douidire.chaos.seed=" + seed);
    Path data = root.resolve("data");
    Path config = root.resolve("ouidire.yml");
    Files.writeString(config, "brands:\n  - name: Nordika\n", UTF_8);
    SteadyLoad load = new SteadyLoad(seed);
    Random random = new Random(seed);
    for (int kill = 0; kill < kills; kill++) {
      live(data, config, load, random, kill > 0 && random.nextInt(5) == 0);
    }
    assertThat(load.acknowledged()).as("seed %s", seed).isNotEmpty();
    try (KilledProcess last = KilledProcess.start(data, config)) {
      awaitAllAnalysed(last.awaitKafka());
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"))) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrap());
      Set<String> analysed = new HashSet<>();
      Map<String, AnalysedMention> log = read(kafka, analysed);
      assertThat(analysed).as("seed %s", seed).containsAll(load.acknowledged().keySet());
      compare(kafka, data.resolve("index"), log, seed);
      compare(kafka, root.resolve("rebuilt"), log, seed);
    }
  }

  /** One life of the service, from its start to its kill, sometimes while it still starts. */
  private static void live(
      Path data, Path config, SteadyLoad load, Random random, boolean dieAtStart) throws Exception {
    long life = random.nextLong(LONGEST_LIFE_MS);
    try (KilledProcess child = KilledProcess.start(data, config)) {
      if (dieAtStart) {
        child.let(Duration.ofMillis(life));
        return;
      }
      KafkaSettings kafka = child.awaitKafka();
      CountDownLatch stop = new CountDownLatch(1);
      Thread loader =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      load.publish(kafka, stop);
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      child.let(Duration.ofMillis(life));
      child.close();
      stop.countDown();
      loader.join();
    }
  }

  private static void awaitAllAnalysed(KafkaSettings kafka) {
    Map<TopicPartition, Long> ends = ends(kafka, Topics.MENTIONS);
    try (Admin admin = Admin.create(kafka.admin("test"))) {
      Await.until("all analysed", PATIENCE, () -> isCommitted(admin, ends));
    }
  }

  private static boolean isCommitted(Admin admin, Map<TopicPartition, Long> ends) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets("ouidire-analyse").partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata at = committed.get(end.getKey());
              return end.getValue() == 0 || (at != null && at.offset() >= end.getValue());
            });
  }

  /** Brings an index up to the end of the stream, and holds it against the stream. */
  private void compare(
      KafkaSettings kafka, Path folder, Map<String, AnalysedMention> log, long seed)
      throws IOException {
    Map<TopicPartition, Long> ends = ends(kafka, Topics.ANALYSED);
    ends.values().removeIf(end -> end == 0);
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder);
        MentionIndexer indexer = new MentionIndexer(kafka, index, metrics, Clock.systemUTC())) {
      indexer.start();
      Await.until("all indexed", PATIENCE, () -> index.committed().next().equals(ends));
    }
    try (LuceneMentionIndex index = new LuceneMentionIndex(folder)) {
      LuceneMentionHistory history = new LuceneMentionHistory(index, _ -> new MatchAllDocsQuery());
      Map<String, AnalysedMention> seen = new HashMap<>();
      history.forEach(
          MentionFilter.ALL,
          mention ->
              assertThat(seen.put(mention.id(), mention))
                  .as("seed %s: %s twice", seed, mention.id())
                  .isNull());
      assertThat(seen.keySet()).as("seed %s: ids", seed).isEqualTo(log.keySet());
      assertThat(seen.equals(log)).as("seed %s: contents", seed).isTrue();
      assertThat(history.count(MentionFilter.ALL)).isEqualTo(log.size());
    }
  }

  private static Map<String, AnalysedMention> read(KafkaSettings kafka, Set<String> everSeen) {
    Map<String, AnalysedMention> last = new HashMap<>();
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer("check"))) {
      Map<TopicPartition, Long> ends = assign(consumer, Topics.ANALYSED);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.value() == null) {
            last.remove(record.key());
          } else {
            everSeen.add(record.key());
            last.put(record.key(), MentionJson.readAnalysed(record.value()));
          }
        }
      }
    }
    return last;
  }

  private static Map<TopicPartition, Long> ends(KafkaSettings kafka, Topics topic) {
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer("ends"))) {
      return new HashMap<>(assign(consumer, topic));
    }
  }

  private static Map<TopicPartition, Long> assign(
      KafkaConsumer<String, byte[]> consumer, Topics topic) {
    List<TopicPartition> partitions;
    try (Stream<TopicPartition> all =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))) {
      partitions = all.toList();
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer.endOffsets(partitions);
  }
}
