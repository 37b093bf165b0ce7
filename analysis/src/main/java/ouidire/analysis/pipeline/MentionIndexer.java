package ouidire.analysis.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.index.LuceneMentionIndex;
import ouidire.analysis.index.Processed;
import ouidire.analysis.pipeline.DeadLetter.Kind;
import ouidire.core.history.LiveMentions;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;
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
  private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(30);
  private static final int MAX_BATCH = 2_000;

  /** Records to read, beyond which throughput comes before freshness; less is a passing wave. */
  private static final int FAR_BEHIND = 20_000;

  private final KafkaSettings kafka;
  private final LuceneMentionIndex index;
  private final PipelineMetrics metrics;
  private final InstantSource clock;
  private final Cadence cadence;
  private final LiveListeners listeners = new LiveListeners();
  private final StreamLoop loop = new StreamLoop("mention-indexer", this::session);
  private volatile @Nullable String trouble;
  private volatile Map<TopicPartition, Long> searchable;

  public MentionIndexer(
      KafkaSettings kafka, LuceneMentionIndex index, PipelineMetrics metrics, InstantSource clock) {
    this(kafka, index, metrics, clock, Cadence.USUAL);
  }

  MentionIndexer(
      KafkaSettings kafka,
      LuceneMentionIndex index,
      PipelineMetrics metrics,
      InstantSource clock,
      Cadence cadence) {
    this.kafka = kafka;
    this.index = index;
    this.metrics = metrics;
    this.clock = clock;
    this.cadence = cadence;
    this.searchable = index.committed().next();
  }

  /**
   * How often things are done.
   *
   * @param refreshIdle between two refreshes when all that there is was read
   * @param refreshBusy between two refreshes while there is more to read
   * @param commitIdle between two commits when all that there is was read
   * @param commitBusy between two commits while there is more to read; what a crash makes it read
   *     again
   * @param commitRecords records after which a commit is due earlier
   */
  record Cadence(
      Duration refreshIdle,
      Duration refreshBusy,
      Duration commitIdle,
      Duration commitBusy,
      int commitRecords) {
    static final Cadence USUAL =
        new Cadence(
            Duration.ofMillis(100),
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            200_000);
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
      Reading reading = new Reading(consumer, letters, stream);
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
      reading.end();
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

  /** One stretch of reading, from the index's last commit on. */
  private final class Reading {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Producer<String, byte[]> letters;
    private final String stream;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final List<AnalysedMention> unseen = new ArrayList<>();
    private long[] unseenTimes = new long[MAX_BATCH];
    private int unseenCount;
    private int uncommitted;
    private long refreshedAt = System.nanoTime();
    private long committedAt = refreshedAt;
    private long lookedAt = refreshedAt;
    private boolean dirty;
    private volatile @Nullable Exception letterFailure;

    Reading(
        KafkaConsumer<String, byte[]> consumer, Producer<String, byte[]> letters, String stream) {
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
      searchable = Map.copyOf(from);
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
        searchable = Map.copyOf(next);
      }
      long now = System.nanoTime();
      boolean busy = polled.count() == MAX_BATCH && lag() > FAR_BEHIND;
      Duration refresh = busy ? cadence.refreshBusy : cadence.refreshIdle;
      if (dirty && now - refreshedAt >= refresh.toNanos()) {
        refresh();
      }
      Duration commit = busy ? cadence.commitBusy : cadence.commitIdle;
      if (uncommitted >= cadence.commitRecords
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
        return cadence.refreshIdle;
      }
      long due = refreshedAt + cadence.refreshIdle.toNanos() - System.nanoTime();
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
      searchable = Map.copyOf(next);
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
      if (loop.isStopping() && uncommitted > 0) {
        try {
          refresh();
          commit();
        } catch (IOException | RuntimeException e) {
          LOG.warn("the last commit failed; it is made good at the next start: {}", e.toString());
        }
      }
    }
  }
}
