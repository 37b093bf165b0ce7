package ouidire.analysis.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Decision;
import ouidire.core.alert.Drills;
import ouidire.core.alert.IncidentJson;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.TopicFollower;
import ouidire.core.stream.Topics;

/**
 * Carries out, in the process that alerts, what was decided in others. The topic is read from its
 * beginning at every start: which decisions were dealt with is in the incidents' own records, so
 * that each is carried out exactly once. A decision whose effect cannot be kept is tried again
 * before the next one is looked at.
 */
public final class DecisionsFromAfar implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionsFromAfar.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** An exercise that was asked for longer ago begins no more. */
  private static final Duration DRILL_FRESH = Duration.ofSeconds(30);

  private final Desk desk;
  private final Drills drills;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final TopicFollower follower;

  public DecisionsFromAfar(KafkaSettings kafka, Desk desk, Drills drills, InstantSource clock) {
    this.desk = desk;
    this.drills = drills;
    this.clock = clock;
    follower =
        new TopicFollower(
            kafka.consumer("ouidire-decisions"), Topics.DECISIONS, this::read, "decisions");
  }

  /** Deals with what was decided while nothing alerted, then with what comes. */
  public void start() {
    follower.start();
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    Decision decision;
    try {
      decision = IncidentJson.readDecision(record.value());
    } catch (IllegalArgumentException e) {
      LOG.warn(
          "record {} of {} is no decision and is passed over", record.offset(), record.topic());
      return;
    }
    try {
      while (closing.getCount() > 0 && !dealtWith(decision)) {
        if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean dealtWith(Decision decision) {
    try {
      switch (decision.act()) {
        case Decision.OnIncident what -> {
          if (desk.carryOut(decision.id(), decision.by(), what)) {
            LOG.info("incident {}: decided elsewhere by {}", what.incident(), decision.by());
          }
        }
        case Decision.BeginDrill what -> begin(decision, what);
        case Decision.EndDrill what -> {
          if (fresh(decision)) {
            drills.end(decision.by());
          }
        }
      }
      return true;
    } catch (IncidentStore.NotKeptException e) {
      LOG.warn("decision {} waits: {}", decision.id(), e.getMessage());
      return false;
    } catch (RuntimeException e) {
      LOG.error("decision {} cannot be carried out; the next ones go on", decision.id(), e);
      return true;
    }
  }

  private void begin(Decision decision, Decision.BeginDrill what) {
    if (!fresh(decision)) {
      return;
    }
    try {
      drills.begin(what.brand(), what.scenario(), what.speed(), what.channels(), decision.by());
    } catch (RuntimeException e) {
      LOG.warn("the exercise that {} asked for does not begin: {}", decision.by(), e.toString());
    }
  }

  private boolean fresh(Decision decision) {
    Instant now = clock.instant();
    return decision.at().plus(DRILL_FRESH).isAfter(now);
  }

  @Override
  public void close() {
    closing.countDown();
    follower.close();
  }
}
