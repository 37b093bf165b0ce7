package ouidire.analysis.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.index.Processed;
import ouidire.analysis.pipeline.DeadLetter.Kind;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.stream.Topics;

/**
 * One stretch of reading {@code ouidire.analysed}, from the index's last commit on: writes, makes
 * searchable, commits, and tells who listens. The indexer's thread alone.
 */
final class IndexerReading {
  private static final Logger LOG = LoggerFactory.getLogger(IndexerReading.class);
  private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(30);

  /** Records to read, beyond which throughput comes before freshness; less is a passing wave. */
  private static final int FAR_BEHIND = 20_000;

  private final LuceneMentionIndex index;
  private final LiveListeners listeners;
  private final IndexerCadence cadence;
  private final PipelineMetrics metrics;
  private final InstantSource clock;
  private final Consumer<Map<TopicPartition, Long>> searchable;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Producer<String, byte[]> letters;
  private final String stream;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final List<AnalysedMention> unseen = new ArrayList<>();
  private long[] unseenTimes = new long[MentionIndexer.MAX_BATCH];
  private int unseenCount;
  private int uncommitted;
  private long refreshedAt = System.nanoTime();
  private long committedAt = refreshedAt;
  private long lookedAt = refreshedAt;
  private boolean dirty;
  private volatile @Nullable Exception letterFailure;

  /**
   * @param letters where records go that cannot be indexed
   * @param stream which stream it is; another one begins the index anew
   * @param searchable told by partition of the first offset not yet findable
   */
  IndexerReading(
      KafkaConsumer<String, byte[]> consumer,
      Producer<String, byte[]> letters,
      String stream,
      LuceneMentionIndex index,
      LiveListeners listeners,
      IndexerCadence cadence,
      PipelineMetrics metrics,
      InstantSource clock,
      Consumer<Map<TopicPartition, Long>> searchable) {
    this.index = index;
    this.listeners = listeners;
    this.cadence = cadence;
    this.metrics = metrics;
    this.clock = clock;
    this.searchable = searchable;
    this.consumer = consumer;
    this.letters = letters;
    this.stream = stream;
  }

  void begin() throws IOException {
    Processed committed = index.committed();
    if (!committed.stream().isEmpty() && !committed.stream().equals(stream)) {
      index.beginAnew("it is of another stream, " + committed.stream());
      committed = index.committed();
    }
    assign(committed.next());
    for (Map.Entry<TopicPartition, Long> end :
        consumer.endOffsets(consumer.assignment()).entrySet()) {
      if (committed.next().getOrDefault(end.getKey(), 0L) > end.getValue()) {
        index.beginAnew("it is ahead of the stream at " + end.getKey());
        assign(Map.of());
        break;
      }
    }
  }

  private void assign(Map<TopicPartition, Long> from) {
    List<TopicPartition> partitions = new ArrayList<>();
    consumer
        .partitionsFor(Topics.ANALYSED.topicName())
        .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
    consumer.assign(partitions);
    next.clear();
    next.putAll(from);
    searchable.accept(Map.copyOf(from));
    for (TopicPartition partition : partitions) {
      Long offset = from.get(partition);
      if (offset == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, offset);
      }
    }
  }

  void step() throws IOException {
    ConsumerRecords<String, byte[]> polled = consumer.poll(untilRefresh());
    for (ConsumerRecord<String, byte[]> record : polled) {
      write(record);
      next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }
    uncommitted += polled.count();
    if (!dirty && !polled.isEmpty()) {
      searchable.accept(Map.copyOf(next));
    }
    long now = System.nanoTime();
    boolean busy = polled.count() == MentionIndexer.MAX_BATCH && lag() > FAR_BEHIND;
    Duration refresh = busy ? cadence.refreshBusy() : cadence.refreshIdle();
    if (dirty && now - refreshedAt >= refresh.toNanos()) {
      refresh();
    }
    Duration commit = busy ? cadence.commitBusy() : cadence.commitIdle();
    if (uncommitted >= cadence.commitRecords()
        || (uncommitted > 0 && now - committedAt >= commit.toNanos())) {
      commit();
    }
    if (now - lookedAt >= LOOK_FOR_PARTITIONS.toNanos()) {
      lookForPartitions();
      lookedAt = now;
    }
    metrics.indexerLag(lag());
  }

  private Duration untilRefresh() {
    if (!dirty) {
      return cadence.refreshIdle();
    }
    long due = refreshedAt + cadence.refreshIdle().toNanos() - System.nanoTime();
    return Duration.ofNanos(Math.max(0, due));
  }

  private void write(ConsumerRecord<String, byte[]> record) throws IOException {
    byte[] json = record.value();
    if (json == null) {
      index.erase(record.key());
      metrics.erased();
      dirty = true;
      return;
    }
    try {
      AnalysedMention mention = MentionJson.readAnalysed(json);
      index.index(mention, json);
      metrics.indexed();
      dirty = true;
      if (!PastMatches.isSaidAgain(record)) {
        if (!listeners.isEmpty()) {
          unseen.add(mention);
        }
        remember(record.timestamp());
      }
    } catch (IllegalArgumentException e) {
      // The record itself is at fault, by its form or by what Lucene can hold.
      letters.send(
          DeadLetter.record(record, Kind.DEAD, e, clock.instant()),
          (_, failed) -> letterFailure = failed == null ? letterFailure : failed);
      metrics.unindexable();
    }
  }

  private void remember(long time) {
    if (unseenCount == unseenTimes.length) {
      unseenTimes = Arrays.copyOf(unseenTimes, 2 * unseenCount);
    }
    unseenTimes[unseenCount++] = time;
  }

  private void refresh() throws IOException {
    index.refresh();
    dirty = false;
    searchable.accept(Map.copyOf(next));
    refreshedAt = System.nanoTime();
    long now = clock.millis();
    for (int i = 0; i < unseenCount; i++) {
      metrics.searchable(Duration.ofMillis(Math.max(0, now - unseenTimes[i])));
    }
    unseenCount = 0;
    if (!unseen.isEmpty()) {
      listeners.tell(unseen);
      unseen.clear();
    }
  }

  private void commit() throws IOException {
    long begun = System.nanoTime();
    letters.flush();
    if (letterFailure != null) {
      throw new KafkaException("a dead letter could not be written", letterFailure);
    }
    index.commit(new Processed(stream, next));
    uncommitted = 0;
    committedAt = System.nanoTime();
    metrics.committed(Duration.ofNanos(committedAt - begun));
  }

  private void lookForPartitions() {
    int known = consumer.assignment().size();
    if (consumer.partitionsFor(Topics.ANALYSED.topicName()).size() != known) {
      assign(Map.copyOf(next));
      LOG.info("the stream has {} partitions, had {}", consumer.assignment().size(), known);
    }
  }

  private long lag() {
    long lag = 0;
    for (TopicPartition partition : consumer.assignment()) {
      lag += consumer.currentLag(partition).orElse(0);
    }
    return lag;
  }

  /** Keeps what was written when the loop stops; a failure only means reading it again. */
  void end() {
    if (uncommitted > 0) {
      try {
        refresh();
        commit();
      } catch (IOException | RuntimeException e) {
        LOG.warn("the last commit failed; it is made good at the next start: {}", e.toString());
      }
    }
  }
}
