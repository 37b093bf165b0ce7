package ouidire.deploy.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.KafkaTopics;
import ouidire.core.stream.Topics;

class EmbeddedBrokerTest {
  private static final Duration WEEK = Duration.ofDays(7);
  @TempDir Path folder;

  @Test
  void keepsItsRecordsOverARestartOnOtherPorts() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrap());
      KafkaTopics.create(kafka, 4, WEEK);
      publish(kafka, "premier");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrap());
      KafkaTopics.create(kafka, 4, WEEK);
      publish(kafka, "second");
      assertThat(readAll(kafka, 2)).containsExactly("premier", "second");
      assertThat(broker.failure()).isEmpty();
    }
  }

  @Test
  void topicsAreAsTheirListSays() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
      KafkaSettings kafka = KafkaSettings.at(broker.bootstrap());
      KafkaTopics.create(kafka, 3, Duration.ofHours(5));
      try (Admin admin = Admin.create(kafka.admin("test"))) {
        List<String> names = Topics.all().stream().map(Topics::topicName).toList();
        assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).containsAll(names);
        assertThat(partitions(admin, Topics.MENTIONS)).isEqualTo(3);
        assertThat(partitions(admin, Topics.ANALYSED)).isEqualTo(3);
        assertThat(partitions(admin, Topics.CURSORS)).isEqualTo(1);
        assertThat(setting(admin, Topics.ANALYSED, "cleanup.policy")).isEqualTo("compact");
        assertThat(setting(admin, Topics.MENTIONS, "cleanup.policy")).isEqualTo("delete");
        assertThat(setting(admin, Topics.MENTIONS, "retention.ms")).isEqualTo("18000000");
        assertThat(setting(admin, Topics.DEAD_LETTERS, "retention.ms")).isEqualTo("7776000000");
      }
    }
  }

  @Test
  void closesTwiceAndCannotEndTheProcess() {
    EmbeddedBroker broker = EmbeddedBroker.start(folder);
    broker.close();
    broker.close();
    assertThatThrownBy(() -> Exit.exit(1, "broken disk"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken disk");
  }

  @Test
  void saysWhichFolderItCannotUse() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    assertThatThrownBy(() -> EmbeddedBroker.start(file)).hasMessageContaining(file.toString());
  }

  private static void publish(KafkaSettings kafka, String text) throws Exception {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer("test"))) {
      producer
          .send(new ProducerRecord<>(Topics.DEAD_LETTERS.topicName(), "k", text.getBytes(UTF_8)))
          .get(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> readAll(KafkaSettings kafka, int expected) {
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer("test"))) {
      TopicPartition only = new TopicPartition(Topics.DEAD_LETTERS.topicName(), 0);
      consumer.assign(List.of(only));
      consumer.seekToBeginning(List.of(only));
      List<String> values = new ArrayList<>();
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (values.size() < expected && System.nanoTime() < deadline) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(r -> values.add(new String(r.value(), UTF_8)));
      }
      return values;
    }
  }

  private static int partitions(Admin admin, Topics topic) throws Exception {
    return admin
        .describeTopics(List.of(topic.topicName()))
        .allTopicNames()
        .get(30, TimeUnit.SECONDS)
        .values()
        .iterator()
        .next()
        .partitions()
        .size();
  }

  private static String setting(Admin admin, Topics topic, String key) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    Map<ConfigResource, Config> all =
        admin.describeConfigs(List.of(resource)).all().get(30, TimeUnit.SECONDS);
    return all.values().iterator().next().get(key).value();
  }
}
