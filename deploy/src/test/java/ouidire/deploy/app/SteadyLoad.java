package ouidire.deploy.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import ouidire.core.history.SampleMention;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * Publishes some 2,000 mentions a second: new ones, edits of old ones, erasures. Knows which were
 * acknowledged; those that were not are published again after the next start.
 */
final class SteadyLoad {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final int AT_ONCE = 100;
  private static final long PAUSE_MS = 50;
  private static final String[] TEXTS = {
    "Le jus Nordika goûte bon, merci!",
    "Encore une panne chez Nordika, j’en ai assez.",
    "Rien à voir avec la marque, belle journée à Québec.",
    "Nordika rappelle ses bouteilles: quelqu’un sait pourquoi?"
  };
  private final Random random;
  private final Map<String, byte[]> unacknowledged = new ConcurrentHashMap<>();
  private final Map<String, Boolean> acknowledged = new ConcurrentHashMap<>();
  private int made;

  SteadyLoad(long seed) {
    random = new Random(seed);
  }

  /** Publishes until told to stop; the stream may go away at any moment. */
  void publish(KafkaSettings kafka, CountDownLatch stop) throws InterruptedException {
    var settings = kafka.producer("load");
    settings.put("delivery.timeout.ms", 5_000);
    settings.put("request.timeout.ms", 2_000);
    settings.put("max.block.ms", 500L);
    KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings);
    try {
      for (Map.Entry<String, byte[]> again : Map.copyOf(unacknowledged).entrySet()) {
        if (stop.getCount() > 0) {
          send(producer, again.getKey(), again.getValue());
        }
      }
      while (!stop.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
        for (int i = 0; i < AT_ONCE && stop.getCount() > 0; i++) {
          int number = random.nextInt(10) == 0 ? random.nextInt(made + 1) : made++;
          String id = "m" + number;
          send(producer, id, MentionJson.write(mention(id, number).mention()));
          if (random.nextInt(100) == 0) {
            String erased = "m" + random.nextInt(made);
            producer.send(new ProducerRecord<>(Topics.ANALYSED.topicName(), erased, null));
          }
        }
      }
    } catch (KafkaException e) {
      // The child was killed under it.
      stop.countDown();
    } finally {
      producer.close(Duration.ZERO);
    }
  }

  private void send(KafkaProducer<String, byte[]> producer, String id, byte[] json) {
    unacknowledged.put(id, json);
    producer.send(
        new ProducerRecord<>(Topics.MENTIONS.topicName(), id, json),
        (_, e) -> {
          if (e == null) {
            acknowledged.put(id, true);
            unacknowledged.remove(id, json);
          }
        });
  }

  private AnalysedMention mention(String id, int number) {
    return SampleMention.of(id)
        .at(FIRST.plusSeconds(number))
        .by("auteur" + number % 50, null, null)
        .text(TEXTS[random.nextInt(TEXTS.length)] + " " + random.nextInt(1_000))
        .build();
  }

  /** Ids that the stream has for good. */
  Map<String, Boolean> acknowledged() {
    return acknowledged;
  }
}
