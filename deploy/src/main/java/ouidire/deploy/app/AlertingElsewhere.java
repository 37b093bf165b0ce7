package ouidire.deploy.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.drill.DistantDrills;
import ouidire.analysis.alert.drill.Scripts;
import ouidire.analysis.alert.life.Board;
import ouidire.analysis.alert.life.DistantDesk;
import ouidire.analysis.alert.life.DrillLedger;
import ouidire.analysis.alert.life.KafkaDecisions;
import ouidire.core.alert.Incident;
import ouidire.core.alert.IncidentJson;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.TopicFollower;
import ouidire.core.stream.Topics;

/**
 * Incidents in a process that does not alert, or not now: followed, and decided from afar. What is
 * decided here is also taken on while nothing is followed.
 */
final class AlertingElsewhere implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertingElsewhere.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaSettings kafka;
  private final KafkaDecisions post;
  private final DistantDesk desk;
  private final Seat seat;
  private @Nullable Following following;

  /**
   * @param board where incidents are seen
   */
  AlertingElsewhere(
      KafkaSettings kafka, Scripts scripts, Board board, DrillLedger ledger, InstantSource clock) {
    this.kafka = kafka;
    post = new KafkaDecisions(kafka);
    desk = new DistantDesk(post, clock, PATIENCE, board);
    seat = new Seat(board, desk, board, drills(ledger, scripts, clock));
  }

  private DistantDrills drills(DrillLedger ledger, Scripts scripts, InstantSource clock) {
    return new DistantDrills(desk, post, scripts, ledger, PATIENCE, clock);
  }

  /** Begins to follow; returns once what is kept is on the board. Done twice it does no more. */
  synchronized void follow() {
    if (following == null) {
      following = new Following();
    }
  }

  /** Follows no more: this process alerts itself. */
  synchronized void leave() {
    if (following != null) {
      following.close();
      following = null;
    }
  }

  Seat seat() {
    return seat;
  }

  @Override
  public void close() {
    leave();
    post.close();
  }

  /**
   * One reading of the topic. Of what is there at its beginning only the latest states are put on
   * the board, so that nobody sees an incident go back in its life.
   */
  private final class Following implements AutoCloseable {
    private final TopicFollower follower;
    private @Nullable Map<String, @Nullable Incident> past = new LinkedHashMap<>();

    Following() {
      follower =
          new TopicFollower(
              kafka.consumer("ouidire-incidents"), Topics.ALERTS, this::read, "incidents");
      try {
        follower.start();
      } catch (RuntimeException e) {
        follower.close();
        throw e;
      }
      catchUp();
    }

    private synchronized void catchUp() {
      Map<String, @Nullable Incident> latest = past;
      past = null;
      if (latest != null) {
        latest.forEach(desk::kept);
      }
    }

    private synchronized void read(ConsumerRecord<String, byte[]> record) {
      try {
        Incident kept = record.value() == null ? null : IncidentJson.read(record.value());
        if (past == null) {
          desk.kept(record.key(), kept);
        } else {
          past.put(record.key(), kept);
        }
      } catch (IllegalArgumentException e) {
        LOG.warn(
            "incident {} of {} cannot be read and is passed over", record.key(), record.topic());
      }
    }

    @Override
    public void close() {
      follower.close();
    }
  }
}
