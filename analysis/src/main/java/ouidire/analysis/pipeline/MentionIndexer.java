package ouidire.analysis.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.core.history.LiveMentions;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * Keeps the index equal to {@code ouidire.analysed}: reads all of its partitions from the position
 * in the index's last commit, writes mentions, erases at tombstones, and tells who listens once
 * they can be found. Belongs to no consumer group.
 *
 * <p>When the disk is in trouble it stops reading, tries again every second, and goes on from the
 * last commit once the disk is well; the history answers all the while.
 */
public final class MentionIndexer implements LiveMentions, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MentionIndexer.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  static final int MAX_BATCH = 2_000;

  private final KafkaSettings kafka;
  private final LuceneMentionIndex index;
  private final PipelineMetrics metrics;
  private final InstantSource clock;
  private final IndexerCadence cadence;
  private final LiveListeners listeners = new LiveListeners();
  private final StreamLoop loop = new StreamLoop("mention-indexer", this::session);
  private volatile @Nullable String trouble;
  private volatile Map<TopicPartition, Long> searchable;

  public MentionIndexer(
      KafkaSettings kafka, LuceneMentionIndex index, PipelineMetrics metrics, InstantSource clock) {
    this(kafka, index, metrics, clock, IndexerCadence.USUAL);
  }

  MentionIndexer(
      KafkaSettings kafka,
      LuceneMentionIndex index,
      PipelineMetrics metrics,
      InstantSource clock,
      IndexerCadence cadence) {
    this.kafka = kafka;
    this.index = index;
    this.metrics = metrics;
    this.clock = clock;
    this.cadence = cadence;
    this.searchable = index.committed().next();
  }

  public void start() {
    loop.start();
  }

  /** Commits what was written and stops. The index stays open, it is its owner's. */
  @Override
  public void close() {
    loop.close();
  }

  /** What keeps the index from being written, in words; empty when nothing does. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /**
   * Hears every mention that becomes searchable, a replacement of an earlier one as well; after a
   * crash, those since the last commit again. What {@link PastMatches} says again of an older
   * mention is not news, and not told. Called on the indexer's thread.
   */
  @Override
  public Subscription subscribe(Consumer<AnalysedMention> listener) {
    return listeners.subscribe(listener);
  }

  /** By partition, the offset of the first record of {@code ouidire.analysed} not yet findable. */
  public Map<TopicPartition, Long> searchable() {
    return searchable;
  }

  private void session() throws Exception {
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings());
        Producer<String, byte[]> letters = new KafkaProducer<>(kafka.producer("ouidire-indexer"))) {
      loop.wakeBy(consumer::wakeup);
      String stream = streamId();
      IndexerReading reading =
          new IndexerReading(
              consumer,
              letters,
              stream,
              index,
              listeners,
              cadence,
              metrics,
              clock,
              now -> searchable = now);
      try {
        reading.begin();
        while (!loop.isStopping()) {
          reading.step();
        }
      } catch (WakeupException e) {
        LOG.debug("woken to stop", e);
      } catch (IOException | AlreadyClosedException e) {
        loop.wakeBy(() -> {});
        waitForDisk(e);
        return;
      }
      loop.wakeBy(() -> {});
      if (loop.isStopping()) {
        reading.end();
      }
    }
  }

  private void waitForDisk(Exception first) {
    Exception failure = first;
    metrics.indexTrouble();
    LOG.warn(
        "the index cannot be written ({}); reading stops, the history still answers",
        failure.toString());
    while (!loop.isStopping()) {
      trouble = "the index cannot be written: " + failure;
      try {
        index.reopen(failure);
        trouble = null;
        LOG.info("the index can be written again; going on from {}", index.committed().next());
        return;
      } catch (IOException | RuntimeException e) {
        failure = e;
        loop.pause(RETRY);
      }
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(kafka.consumer("ouidire-indexer"));
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    return settings;
  }

  /** A topic that was deleted and made again is another stream. */
  private String streamId() throws Exception {
    String topic = Topics.ANALYSED.topicName();
    try (Admin admin = Admin.create(kafka.admin("ouidire-indexer"))) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .values()
          .iterator()
          .next()
          .topicId()
          .toString();
    }
  }
}
