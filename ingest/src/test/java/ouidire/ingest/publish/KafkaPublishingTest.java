package ouidire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.CursorStoreContract;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.MentionHeaders;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.stream.MentionPublisherContract;
import ouidire.core.stream.Topics;

/** Against Kafka's own stand-ins; the module that has a broker runs the same contracts on it. */
class KafkaPublishingTest {
  private static MockProducer<String, byte[]> producer(boolean acknowledges) {
    return new MockProducer<>(
        acknowledges, null, new StringSerializer(), new ByteArraySerializer());
  }

  @Nested
  class Publisher extends MentionPublisherContract {
    private final MockProducer<String, byte[]> producer = producer(true);

    @Override
    protected MentionPublisher publisher() {
      return new KafkaMentionPublisher(producer);
    }

    @Override
    protected List<Mention> kept() {
      return producer.history().stream().map(r -> MentionJson.readMention(r.value())).toList();
    }

    @Test
    void recordsAreKeyedByIdWithoutHeaders() {
      Mention mention = mention("1", "bonjour");
      publisher().publish(mention).join();
      ProducerRecord<String, byte[]> record = producer.history().getFirst();
      assertThat(record.topic()).isEqualTo("ouidire.mentions");
      assertThat(record.key()).isEqualTo(mention.id());
      assertThat(record.headers()).isEmpty();
    }

    @Test
    void whatTheSourceKeepsAndWhatWasRefusedIsSaidInHeaders() {
      publisher().publishIfMatched(mention("1", "bonjour")).join();
      publisher().refused(7).join();
      ProducerRecord<String, byte[]> mention = producer.history().get(0);
      assertThat(MentionHeaders.isKeptOnlyIfMatched(mention.headers())).isTrue();
      assertThat(MentionHeaders.refused(mention.headers())).isZero();
      ProducerRecord<String, byte[]> tally = producer.history().get(1);
      assertThat(MentionHeaders.refused(tally.headers())).isEqualTo(7);
      assertThat(tally.value()).isNull();
    }

    @Test
    void theFutureWaitsForTheAcknowledgement() {
      MockProducer<String, byte[]> slow = producer(false);
      CompletableFuture<Void> kept =
          new KafkaMentionPublisher(slow).publish(mention("1", "bonjour"));
      assertThat(kept).isNotDone();
      assertThat(slow.completeNext()).isTrue();
      assertThat(kept).isCompleted();
    }

    @Test
    void aRefusalFailsTheFuture() {
      MockProducer<String, byte[]> slow = producer(false);
      CompletableFuture<Void> kept =
          new KafkaMentionPublisher(slow).publish(mention("1", "bonjour"));
      assertThat(slow.errorNext(new TimeoutException("no broker"))).isTrue();
      assertThatThrownBy(kept::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aClosedPublisherFailsTheFutureInsteadOfThrowing() {
      KafkaMentionPublisher publisher = new KafkaMentionPublisher(producer);
      publisher.close();
      assertThat(publisher.publish(mention("1", "bonjour"))).isCompletedExceptionally();
    }
  }

  @Nested
  class Cursors extends CursorStoreContract {
    private final List<MockProducer<String, byte[]>> producers = new ArrayList<>();

    @Override
    protected CursorStore open() {
      MockProducer<String, byte[]> producer = producer(true);
      CursorStore store = KafkaCursorStore.open(topic(), producer);
      producers.add(producer);
      return store;
    }

    /** A consumer that finds what every store before wrote, over two partitions. */
    private MockConsumer<String, byte[]> topic() {
      String name = Topics.CURSORS.topicName();
      MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
      Node[] nodes = {new Node(0, "localhost", 1)};
      consumer.updatePartitions(
          name,
          List.of(
              new PartitionInfo(name, 0, nodes[0], nodes, nodes),
              new PartitionInfo(name, 1, nodes[0], nodes, nodes)));
      Map<TopicPartition, Long> ends = new HashMap<>();
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      for (int p = 0; p < 2; p++) {
        ends.put(new TopicPartition(name, p), 0L);
      }
      for (MockProducer<String, byte[]> producer : producers) {
        for (ProducerRecord<String, byte[]> r : producer.history()) {
          TopicPartition partition = new TopicPartition(name, Math.floorMod(r.key().hashCode(), 2));
          long offset = ends.merge(partition, 1L, Long::sum) - 1;
          records.add(
              new ConsumerRecord<>(name, partition.partition(), offset, r.key(), r.value()));
        }
      }
      Map<TopicPartition, Long> starts = new HashMap<>();
      ends.keySet().forEach(p -> starts.put(p, 0L));
      consumer.updateBeginningOffsets(starts);
      consumer.updateEndOffsets(ends);
      consumer.schedulePollTask(() -> records.forEach(consumer::addRecord));
      return consumer;
    }

    @Test
    void aCursorThatWasNotKeptIsNotRead() {
      MockProducer<String, byte[]> slow = producer(false);
      CursorStore store = KafkaCursorStore.open(topic(), slow);
      CompletableFuture<Void> kept = store.save("rss:a", "1");
      assertThat(store.read("rss:a")).isEmpty();
      assertThat(slow.errorNext(new TimeoutException("no broker"))).isTrue();
      assertThat(kept).isCompletedExceptionally();
      assertThat(store.read("rss:a")).isEmpty();
    }

    @Test
    void aTombstoneForgets() {
      MockProducer<String, byte[]> before = producer(true);
      KafkaCursorStore.open(topic(), before).save("rss:a", "1").join();
      var unused = before.send(new ProducerRecord<>(Topics.CURSORS.topicName(), "rss:a", null));
      producers.add(before);
      assertThat(open().read("rss:a")).isEmpty();
    }
  }

  @Test
  void guaranteesCannotBeConfiguredAway() {
    KafkaSettings settings =
        new KafkaSettings(
            "localhost:9", Map.of("acks", "0", "enable.idempotence", "false", "linger.ms", "1"));
    assertThat(settings.producer("t"))
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("linger.ms", "1");
  }
}
