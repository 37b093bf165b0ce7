package ouidire.analysis.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.pipeline.AnalysedBatch.Outcome;
import ouidire.analysis.story.StoryGrouper;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.MentionHeaders;
import ouidire.core.stream.Topics;

/**
 * Reads {@code ouidire.mentions}, analyses each mention and writes it to {@code ouidire.analysed}
 * with the time of its first record, in the same order per key. What cannot be read, breaks a rule
 * or makes analysis fail becomes a dead letter, and the rest go on.
 *
 * <p>A mention that matches no brand is not written when its record says that its source keeps only
 * what does ({@link MentionHeaders#KEEP}); what an earlier version of it left stays.
 *
 * <p>Several may run, in one group: Kafka spreads the partitions. Offsets are committed once
 * everything before them was acknowledged; up to {@value #BATCHES_UNDER_WAY} batches are under way.
 */
public final class MentionAnalyser implements AutoCloseable {
  /** The consumer group that analyses; its offsets say how far analysis has come. */
  public static final String GROUP = "ouidire-analyse";

  private static final Logger LOG = LoggerFactory.getLogger(MentionAnalyser.class);
  private static final int MAX_BATCH = 2_000;
  private static final int BATCHES_UNDER_WAY = 4;
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaSettings kafka;
  private final PipelineMetrics metrics;
  private final InstantSource clock;
  private final String member;
  private final int threads;
  private final StoryGrouper stories;
  private final BatchAnalysis batches;
  private final StreamLoop loop = new StreamLoop("mention-analyser", this::session);
  private final Deque<AnalysedBatch> underWay = new ArrayDeque<>();

  /**
   * @param member names this process among those that analyse, the same after a restart: it then
   *     takes its partitions up at once, even after a crash
   * @param stories puts mentions into their stories; nobody else uses it
   * @param threads how many analyse at once, 1 or more; as many as there are cores is a good number
   */
  public MentionAnalyser(
      KafkaSettings kafka,
      MentionAnalysis analysis,
      PipelineMetrics metrics,
      InstantSource clock,
      String member,
      StoryGrouper stories,
      int threads) {
    this.kafka = kafka;
    this.metrics = metrics;
    this.clock = clock;
    this.member = member;
    this.stories = stories;
    this.threads = threads;
    this.batches = new BatchAnalysis(analysis, stories, clock, threads);
  }

  public void start() {
    loop.start();
  }

  /** Finishes what is under way, for a bounded time. */
  @Override
  public void close() {
    loop.close();
  }

  private void session() throws Exception {
    underWay.clear();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("analysis-", 0).daemon().factory());
    try (pool;
        Producer<String, byte[]> producer =
            new KafkaProducer<>(kafka.producer("ouidire-analyser"));
        StoryTail tail = new StoryTail(kafka, stories);
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings())) {
      tail.recall();
      loop.wakeBy(consumer::wakeup);
      consumer.subscribe(List.of(Topics.MENTIONS.topicName()), new Handover(consumer, producer));
      try {
        while (!loop.isStopping()) {
          ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
          if (!polled.isEmpty()) {
            metrics.analyserLag(lag(consumer) + polled.count() + recordsUnderWay());
            if (hasCompany(consumer)) {
              tail.follow();
            }
            work(polled, pool, producer);
          }
          settle(consumer, producer, BATCHES_UNDER_WAY);
          metrics.analyserLag(lag(consumer) + recordsUnderWay());
        }
      } catch (WakeupException e) {
        LOG.debug("woken to stop", e);
      } finally {
        loop.wakeBy(() -> {});
      }
      settleAll(consumer, producer);
    }
  }

  /** Whether others of the group have partitions, and place mentions of the same stories. */
  private static boolean hasCompany(KafkaConsumer<String, byte[]> consumer) {
    return consumer.assignment().size()
        < consumer.partitionsFor(Topics.MENTIONS.topicName()).size();
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(kafka.consumer("ouidire-analyser"));
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "analyser-" + member);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_BATCH);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return settings;
  }

  private void work(
      ConsumerRecords<String, byte[]> polled,
      ExecutorService pool,
      Producer<String, byte[]> producer)
      throws Exception {
    long begun = System.nanoTime();
    AnalysedBatch batch = new AnalysedBatch(polled);
    metrics.collected(batch.records().size());
    if (batch.refusedAtDoor() > 0) {
      metrics.refused(batch.refusedAtDoor());
    }
    Outcome[] outcomes = batches.analyse(batch.records(), pool);
    metrics.analysedBatch(Duration.ofNanos(System.nanoTime() - begun));
    underWay.add(batch);
    batch.send(outcomes, producer, metrics, clock.instant());
  }

  /** Commits what is acknowledged; waits only while as many batches as allowed are under way. */
  private void settle(
      KafkaConsumer<String, byte[]> consumer, Producer<String, byte[]> producer, int allowed)
      throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    while (!underWay.isEmpty() && (underWay.size() >= allowed || underWay.peek().isSettled())) {
      underWay.peek().settle(producer, metrics, clock.instant());
      offsets.putAll(underWay.remove().offsets());
    }
    if (!offsets.isEmpty()) {
      consumer.commitAsync(
          offsets,
          (_, e) -> {
            if (e != null) {
              LOG.debug("offsets were not committed; a later commit will", e);
            }
          });
    }
  }

  private void settleAll(KafkaConsumer<String, byte[]> consumer, Producer<String, byte[]> producer)
      throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    producer.flush();
    while (!underWay.isEmpty()) {
      underWay.peek().settle(producer, metrics, clock.instant());
      offsets.putAll(underWay.remove().offsets());
    }
    offsets.keySet().retainAll(consumer.assignment());
    if (!offsets.isEmpty()) {
      consumer.commitSync(offsets);
    }
  }

  private long recordsUnderWay() {
    long records = 0;
    for (AnalysedBatch batch : underWay) {
      records += batch.records().size();
    }
    return records;
  }

  private static long lag(KafkaConsumer<String, byte[]> consumer) {
    long lag = 0;
    for (TopicPartition partition : consumer.assignment()) {
      lag += consumer.currentLag(partition).orElse(0);
    }
    return lag;
  }

  /** Before partitions go to another member, what was read from them is settled. */
  private final class Handover implements ConsumerRebalanceListener {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;

    Handover(KafkaConsumer<String, byte[]> consumer, Producer<String, byte[]> producer) {
      this.consumer = consumer;
      this.producer = producer;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      try {
        settleAll(consumer, producer);
      } catch (Exception e) {
        LOG.warn("what was under way at a rebalance is worked on again: {}", e.toString());
        underWay.clear();
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      underWay.clear();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      LOG.info("analysing partitions {}", partitions);
    }
  }
}
