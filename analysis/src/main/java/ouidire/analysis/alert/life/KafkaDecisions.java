package ouidire.analysis.alert.life;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import ouidire.core.alert.Decision;
import ouidire.core.alert.IncidentJson;
import ouidire.core.alert.UnkeptException;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/** Writes decisions to {@code ouidire.decisions}, which must exist. */
public final class KafkaDecisions implements DistantDesk.Post, AutoCloseable {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final KafkaProducer<String, byte[]> producer;

  public KafkaDecisions(KafkaSettings kafka) {
    Map<String, Object> own = kafka.producer("ouidire-decisions");
    // One record at a time, and a person waits for it.
    own.put("linger.ms", 0);
    producer = new KafkaProducer<>(own);
  }

  @Override
  public void send(Decision decision) {
    String key = decision.act() instanceof Decision.OnIncident on ? on.incident() : decision.id();
    try {
      producer
          .send(
              new ProducerRecord<>(Topics.DECISIONS.topicName(), key, IncidentJson.write(decision)))
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notKept(e);
    } catch (ExecutionException | RuntimeException e) {
      throw notKept(e);
    }
  }

  private static UnkeptException notKept(Exception cause) {
    return new UnkeptException(
        "the decision could not be kept: Kafka does not answer; decide again", cause);
  }

  /** Sends what still waits, for at most ten seconds. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
