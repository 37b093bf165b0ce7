package ouidire.deploy.app;

import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.drill.DistantDrills;
import ouidire.analysis.alert.life.DistantDesk;
import ouidire.analysis.alert.life.KafkaDecisions;
import ouidire.core.alert.IncidentJson;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.TopicFollower;
import ouidire.core.stream.Topics;

/** Incidents in a process that serves and does not alert: followed, and decided from afar. */
final class AlertingElsewhere implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertingElsewhere.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Teardown teardown = new Teardown(Duration.ofSeconds(20));
  private final DistantDesk desk;
  private final Seat seat;

  AlertingElsewhere(KafkaSettings kafka, BrandCatalogue brands, InstantSource clock) {
    KafkaDecisions post = teardown.add("decisions", new KafkaDecisions(kafka));
    desk = new DistantDesk(post, clock, PATIENCE);
    TopicFollower follower =
        teardown.add(
            "incidents",
            new TopicFollower(
                kafka.consumer("ouidire-incidents"), Topics.ALERTS, this::read, "incidents"));
    follower.start();
    seat = new Seat(desk, desk, desk, new DistantDrills(desk, post, brands, clock));
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    try {
      desk.kept(record.key(), record.value() == null ? null : IncidentJson.read(record.value()));
    } catch (IllegalArgumentException e) {
      LOG.warn("incident {} of {} cannot be read and is passed over", record.key(), record.topic());
    }
  }

  Seat seat() {
    return seat;
  }

  @Override
  public void close() {
    teardown.close();
  }
}
