package ouidire.analysis.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.pipeline.DeadLetter.Kind;
import ouidire.core.metrics.PipelineMetrics;
import ouidire.core.stream.MentionHeaders;

/**
 * What became of the records of one poll, on its way downstream. Its offsets may be committed once
 * every one of them was acknowledged, as a mention or as a dead letter.
 */
final class AnalysedBatch {
  /** What became of one record: a mention to write downstream, or a letter. */
  sealed interface Outcome {
    record Analysed(ProducerRecord<String, byte[]> record) implements Outcome {}

    /** Matches no brand, and its source keeps only what does. */
    record NotKept() implements Outcome {}

    record GivenUp(Kind kind, Throwable cause) implements Outcome {}
  }

  private final List<ConsumerRecord<String, byte[]>> records;
  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
  private final CountDownLatch acknowledged;
  private final long refusedAtDoor;
  private final Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Exception failure;

  private record Refusal(ConsumerRecord<String, byte[]> record, Exception cause) {}

  AnalysedBatch(ConsumerRecords<String, byte[]> polled) {
    records = new ArrayList<>(polled.count());
    long refusedItems = 0;
    for (ConsumerRecord<String, byte[]> record : polled) {
      long items = record.value() == null ? MentionHeaders.refused(record.headers()) : 0;
      refusedItems += items;
      if (items == 0) {
        records.add(record);
      }
    }
    refusedAtDoor = refusedItems;
    offsets.putAll(polled.nextOffsets());
    acknowledged = new CountDownLatch(records.size());
  }

  /** Items that never became mentions, by the word of those who refused them. */
  long refusedAtDoor() {
    return refusedAtDoor;
  }

  List<ConsumerRecord<String, byte[]>> records() {
    return records;
  }

  Map<TopicPartition, OffsetAndMetadata> offsets() {
    return offsets;
  }

  /** Sends the outcomes, one for each record in the same order; blocks while the buffer is full. */
  void send(
      Outcome[] outcomes, Producer<String, byte[]> producer, PipelineMetrics metrics, Instant now) {
    for (int i = 0; i < outcomes.length; i++) {
      ConsumerRecord<String, byte[]> source = records.get(i);
      switch (outcomes[i]) {
        case Outcome.Analysed(ProducerRecord<String, byte[]> record) ->
            producer.send(
                record,
                (_, e) -> {
                  if (e == null) {
                    metrics.analysed();
                    acknowledged.countDown();
                  } else if (isRefusal(e)) {
                    refused.add(new Refusal(source, e));
                    acknowledged.countDown();
                  } else {
                    fail(e);
                  }
                });
        case Outcome.NotKept() -> {
          metrics.notKept();
          acknowledged.countDown();
        }
        case Outcome.GivenUp(Kind kind, Throwable cause) ->
            giveUp(source, kind, cause, producer, metrics, now);
      }
    }
  }

  private void giveUp(
      ConsumerRecord<String, byte[]> source,
      Kind kind,
      Throwable cause,
      Producer<String, byte[]> producer,
      PipelineMetrics metrics,
      Instant now) {
    producer.send(
        DeadLetter.record(source, kind, cause, now),
        (_, e) -> {
          if (e == null) {
            if (kind == Kind.REJECTED) {
              metrics.rejected();
            } else {
              metrics.dead();
            }
            acknowledged.countDown();
          } else {
            fail(e);
          }
        });
  }

  /** The stream will never take that very record; others it would. */
  private static boolean isRefusal(Exception e) {
    return e instanceof RecordTooLargeException || e instanceof InvalidRecordException;
  }

  private void fail(Exception e) {
    failure = e;
    while (acknowledged.getCount() > 0) {
      acknowledged.countDown();
    }
  }

  boolean isSettled() {
    return acknowledged.getCount() == 0;
  }

  /**
   * Waits until everything was acknowledged.
   *
   * @throws Exception when something was not: the batch is to be read again
   */
  void settle(Producer<String, byte[]> producer, PipelineMetrics metrics, Instant now)
      throws Exception {
    while (!acknowledged.await(1, TimeUnit.MINUTES)) {
      producer.flush();
    }
    Exception failed = failure;
    if (failed != null) {
      throw failed;
    }
    for (Refusal refusal = refused.poll(); refusal != null; refusal = refused.poll()) {
      producer.send(DeadLetter.record(refusal.record, Kind.DEAD, refusal.cause, now)).get();
      metrics.dead();
    }
  }
}
