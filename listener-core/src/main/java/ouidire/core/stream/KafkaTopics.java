package ouidire.core.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the {@link Topics} that are missing; what exists is left as it is. */
public final class KafkaTopics {
  /** How long creating may take before we give up. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private KafkaTopics() {}

  /**
   * Creates what is missing.
   *
   * @param partitions of the topics that carry mentions, 1 or more; the others have one
   * @param mentionsKept how long collected mentions are kept
   * @throws IllegalStateException when Kafka cannot be reached or refuses, naming the address
   */
  public static void create(KafkaSettings kafka, int partitions, Duration mentionsKept) {
    try (Admin admin = Admin.create(kafka.admin("ouidire-topics"))) {
      Set<String> existing =
          admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      List<NewTopic> missing =
          Topics.all().stream()
              .filter(topic -> !existing.contains(topic.topicName()))
              .map(topic -> describe(topic, partitions, mentionsKept))
              .toList();
      if (!missing.isEmpty()) {
        admin.createTopics(missing).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw unreachable(kafka, e.getCause() == null ? e : e.getCause());
      }
    } catch (TimeoutException e) {
      throw unreachable(kafka, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(kafka, e);
    }
  }

  private static NewTopic describe(Topics topic, int partitions, Duration mentionsKept) {
    int count = topic == Topics.MENTIONS || topic == Topics.ANALYSED ? partitions : 1;
    Duration kept = topic == Topics.MENTIONS ? mentionsKept : topic.retention();
    Map<String, String> settings = new HashMap<>();
    settings.put(
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaSettings.MAX_RECORD_BYTES));
    if (topic.compacted()) {
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      settings.put(TopicConfig.SEGMENT_MS_CONFIG, millis(Duration.ofDays(1)));
    } else {
      settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
      settings.put(TopicConfig.RETENTION_MS_CONFIG, millis(kept));
    }
    return new NewTopic(topic.topicName(), Optional.of(count), Optional.empty()).configs(settings);
  }

  private static String millis(Duration duration) {
    return duration.isNegative() ? "-1" : Long.toString(duration.toMillis());
  }

  private static IllegalStateException unreachable(KafkaSettings kafka, Throwable cause) {
    return new IllegalStateException(
        "topics cannot be created at kafka.bootstrap "
            + kafka.bootstrap()
            + " ("
            + cause.getClass().getSimpleName()
            + "): check the address and that Kafka runs there",
        cause);
  }
}
