package ouidire.analysis.alert.life;

import java.time.Duration;
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
 * beginning at every start: which decisions were dealt with is in the incidents' own records, and
 * for exercises in the {@link DrillLedger}, so that each is carried out exactly once. A decision
 * whose effect cannot be kept is tried again before the next one is looked at.
 */
public final class DecisionsFromAfar implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionsFromAfar.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Execution execution;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final TopicFollower follower;

  public DecisionsFromAfar(
      KafkaSettings kafka, Desk desk, Drills drills, DrillLedger ledger, InstantSource clock) {
    execution = new Execution(desk, drills, ledger, clock);
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
      while (closing.getCount() > 0 && !execution.dealtWith(decision)) {
        if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    follower.close();
  }
}
