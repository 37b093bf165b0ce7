package ouidire.analysis.alert;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.analysis.alert.Notifier.Delivery;
import ouidire.core.alert.Alert;

/**
 * Hands each alert to every channel and tries again where a channel says it is worth it: after 2 s,
 * doubling to 15 minutes, with jitter, or as long as the channel asked, for a day.
 */
public final class AlertCourier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertCourier.class);
  private static final long FIRST_WAIT_MILLIS = 2_000;
  private static final long LONGEST_WAIT_MILLIS = 900_000;
  private static final int MOST_TRIES = 100;

  private final List<Notifier> channels;
  private final ScheduledExecutorService tries;
  private final RandomGenerator random;

  public AlertCourier(List<Notifier> channels) {
    this(
        channels,
        Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("ouidire-courier-", 0).daemon().factory()),
        RandomGenerator.getDefault());
  }

  AlertCourier(List<Notifier> channels, ScheduledExecutorService tries, RandomGenerator random) {
    this.channels = List.copyOf(channels);
    this.tries = tries;
    this.random = random;
  }

  /** Hands an alert over and returns at once. */
  public void send(Alert alert) {
    for (Notifier channel : channels) {
      tries.execute(() -> attempt(channel, alert, 1));
    }
  }

  private void attempt(Notifier channel, Alert alert, int number) {
    String name = channel.getClass().getSimpleName();
    switch (channel.deliver(alert)) {
      case Delivery.Delivered() -> LOG.debug("alert {} delivered by {}", alert.id(), name);
      case Delivery.GiveUp(String reason) ->
          LOG.error("alert {} cannot be delivered by {}: {}", alert.id(), name, reason);
      case Delivery.Retry(String reason, long afterSeconds) -> {
        if (number >= MOST_TRIES) {
          LOG.error("alert {} given up by {} after {} tries: {}", alert.id(), name, number, reason);
          return;
        }
        long wait = Math.max(afterSeconds * 1_000, backOff(number));
        LOG.warn(
            "alert {} not delivered by {}: {}; again in {} ms", alert.id(), name, reason, wait);
        var unused =
            tries.schedule(() -> attempt(channel, alert, number + 1), wait, TimeUnit.MILLISECONDS);
      }
    }
  }

  private long backOff(int number) {
    long most = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(number - 1, 20));
    return most / 2 + random.nextLong(most / 2 + 1);
  }

  /** Ends the tries that run, at most ten seconds, and starts no other. */
  @Override
  public void close() {
    tries.shutdownNow();
    try {
      if (!tries.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("a channel still answers nothing; its message is left");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
