package ouidire.analysis.alert.life;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.stream.KafkaSettings;
import ouidire.core.stream.Topics;

/**
 * The one place from which incidents are changed. All processes that would alert are one consumer
 * group over the one partition of {@code ouidire.alerts}: whom Kafka gives it sits, the others
 * stand by. Who ends gives it up at once; who dies or hangs loses it after {@link #HANGS_AFTER};
 * one that is started again on the same folder takes up its own place without waiting.
 *
 * <p>The group says who is to alert; {@link KafkaIncidentStore} holds to it that nobody else can,
 * also in the seconds in which a process does not know yet that it has lost its place.
 */
public final class KafkaSeat implements AutoCloseable {
  /** A process that gives no sign for so long has lost its place. */
  public static final Duration HANGS_AFTER = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(KafkaSeat.class);
  private static final String GROUP = "ouidire-alerting";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration BEATS_EVERY = HANGS_AFTER.dividedBy(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * Longer than the others take to hear that a place is free: whoever gives it up lets them go
   * first.
   */
  private static final Duration YIELD = BEATS_EVERY.plusSeconds(2);

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);
  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

  /** Who sits there; called by one thread, one call after the other. */
  public interface Sitter {
    /** Begins to alert, from what is kept. A failure leaves the place to another process. */
    void sit();

    /** Alerts no more, at once. */
    void stand();

    /** Begins to follow the process that alerts. */
    void standBy();
  }

  /** What this process does. */
  public enum Place {
    /** It does not know yet, or not any more. */
    UNTOLD,
    /** Another process alerts; this one takes over when that one goes. */
    STANDING_BY,
    /** It alerts. */
    SITTING
  }

  /**
   * What Kafka said.
   *
   * @param round which membership of the group it said it to: the place of another one must be sat
   *     on anew
   */
  private record Word(Place place, int round) {}

  private final KafkaSettings kafka;
  private final Sitter sitter;
  private final CountDownLatch settled = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService arranging =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("ouidire-seat-arranging").daemon().factory());
  private int round;

  /** Of this process in the group. */
  private String name;

  private final Thread asking =
      Thread.ofPlatform().name("ouidire-seat").daemon().unstarted(this::ask);
  private volatile Word told = new Word(Place.UNTOLD, 0);
  private volatile Word done = told;
  private volatile boolean givingUp;
  private volatile @Nullable String trouble = "Kafka has not yet said who alerts";

  /**
   * @param member of this process, the same at every start
   */
  public KafkaSeat(KafkaSettings kafka, String member, Sitter sitter) {
    this.kafka = kafka;
    this.name = "alerting-" + member;
    this.sitter = sitter;
  }

  /**
   * Asks for the place.
   *
   * @param patience how long to wait until this process sits or stands by; it goes on asking
   *     afterwards
   */
  public void start(Duration patience) {
    asking.start();
    try {
      if (!settled.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Kafka has not said within {} s who alerts; asking on", patience.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What this process does now. */
  public Place place() {
    return done.place();
  }

  /** Why it is not known here who alerts; empty when it is known. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Stands up, and asks anew: whoever sits here found that it can keep nothing any more. */
  public void giveUp() {
    givingUp = true;
  }

  private void ask() {
    while (closing.getCount() > 0) {
      try (Membership group = new Membership()) {
        group.askOn();
      } catch (FencedInstanceIdException e) {
        LOG.error(
            "another process has the same id as this one, {}: its data folder was copied; this one"
                + " goes on under another name. Remove the file id of one of the folders and start"
                + " it again",
            name);
        name = name + "-" + UUID.randomUUID();
      } catch (RuntimeException e) {
        LOG.warn("who alerts cannot be asked; asking again: {}", e.toString());
        trouble = "Kafka does not say who alerts: " + e.getClass().getSimpleName();
      }
      hear(Place.UNTOLD);
      pause(givingUp ? YIELD : PAUSE);
      givingUp = false;
      round++;
    }
  }

  private void pause(Duration pause) {
    try {
      var unused = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(Place now) {
    told = new Word(now, round);
    if (closing.getCount() > 0) {
      arranging.execute(this::arrange);
    }
  }

  private void arrange() {
    Word wanted = told;
    if (wanted.equals(done)) {
      return;
    }
    try {
      if (done.place() == Place.SITTING) {
        done = new Word(Place.UNTOLD, done.round());
        LOG.info("this process alerts no more");
        sitter.stand();
      }
      switch (wanted.place()) {
        case SITTING -> {
          sitter.sit();
          LOG.info("this process alerts");
        }
        case STANDING_BY -> {
          sitter.standBy();
          LOG.info("another process alerts; this one stands by and takes over when it goes");
        }
        case UNTOLD -> {
          done = wanted;
          if (trouble == null) {
            trouble = "Kafka has not yet said anew who alerts";
          }
          return;
        }
      }
      done = wanted;
      trouble = null;
      settled.countDown();
    } catch (RuntimeException e) {
      LOG.error("{} fails in this process; another may do it", wanted.place(), e);
      trouble = "alerting cannot begin here: " + e.getClass().getSimpleName();
      giveUp();
    }
  }

  /**
   * Stands up, then gives the place up, so that the next finds it free; done twice it does no more.
   */
  @Override
  public synchronized void close() {
    if (closing.getCount() == 0) {
      return;
    }
    told = new Word(Place.UNTOLD, told.round());
    closing.countDown();
    arranging.execute(this::arrange);
    arranging.shutdown();
    try {
      if (!arranging.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("what alerts does not end; the place is given up all the same");
      }
      asking.join(CLOSE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One membership of the group, from joining to leaving. */
  private final class Membership implements ConsumerRebalanceListener, AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings());

    private Map<String, Object> settings() {
      Map<String, Object> settings = kafka.consumer("ouidire-alerting");
      settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
      settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name);
      settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) HANGS_AFTER.toMillis());
      settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) BEATS_EVERY.toMillis());
      // Who has the place keeps it when others come.
      settings.put(
          ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
          CooperativeStickyAssignor.class.getName());
      return settings;
    }

    /** Until this process gives up or ends. The records themselves are of no use here. */
    void askOn() {
      consumer.subscribe(List.of(Topics.ALERTS.topicName()), this);
      while (closing.getCount() > 0 && !givingUp) {
        try {
          consumer.poll(POLL);
        } catch (WakeupException e) {
          LOG.debug("woken", e);
        }
      }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> given) {
      consumer.pause(consumer.assignment());
      hear(consumer.assignment().isEmpty() ? Place.STANDING_BY : Place.SITTING);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> taken) {
      if (!taken.isEmpty()) {
        hear(Place.UNTOLD);
      }
    }

    /** Leaves the group, so that another process has the place without waiting. */
    @Override
    public void close() {
      if (closing.getCount() == 0) {
        awaitStanding();
      }
      consumer.close(
          CloseOptions.timeout(LEAVE_WITHIN)
              .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    private void awaitStanding() {
      try {
        var unused = arranging.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
