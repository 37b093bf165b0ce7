package ouidire.deploy.broker;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.CursorStoreContract;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.stream.MentionPublisherContract;
import ouidire.core.stream.Topics;
import ouidire.ingest.publish.KafkaCursorStore;
import ouidire.ingest.publish.KafkaMentionPublisher;

/** The contracts of publisher and cursors on a real broker. */
class KafkaPublishingOnBrokerTest {
  private final List<AutoCloseable> open = new ArrayList<>();
  @TempDir Path folder;
  private EmbeddedBroker broker;
  private KafkaSettings kafka;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(folder);
    kafka = KafkaSettings.at(broker.bootstrap());
    KafkaTopics.create(kafka, 2, Duration.ofDays(7));
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable resource : open.reversed()) {
      resource.close();
    }
    broker.close();
  }

  private <T extends AutoCloseable> T closed(T resource) {
    open.add(resource);
    return resource;
  }

  @Nested
  class Publisher extends MentionPublisherContract {
    @Override
    protected MentionPublisher publisher() {
      return closed(new KafkaMentionPublisher(kafka));
    }

    @Override
    protected List<Mention> kept() throws Exception {
      String topic = Topics.MENTIONS.topicName();
      List<Mention> kept = new ArrayList<>();
      try (Admin admin = Admin.create(kafka.admin("test"));
          KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer("test"))) {
        int partitions =
            requireNonNull(
                    admin
                        .describeTopics(List.of(topic))
                        .allTopicNames()
                        .get(30, TimeUnit.SECONDS)
                        .get(topic))
                .partitions()
                .size();
        List<TopicPartition> all = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
          all.add(new TopicPartition(topic, p));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (all.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
          for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            kept.add(MentionJson.readMention(record.value()));
          }
        }
      }
      return kept;
    }
  }

  @Nested
  class Cursors extends CursorStoreContract {
    @Override
    protected CursorStore open() {
      return closed(KafkaCursorStore.open(kafka));
    }
  }
}
