package ouidire.ingest.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Leaves each host a pause between two requests. Those who ask for one host do so one after the
 * other; for different hosts they may at once.
 */
final class Pace {
  private static final int MOST_HOSTS = 10_000;

  private final Duration pause;
  private final InstantSource clock;
  private final CountDownLatch closing;
  private final Map<String, Instant> last =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_HOSTS;
        }
      };

  /**
   * @param closing is over when nothing is to be waited for any more
   */
  Pace(Duration pause, InstantSource clock, CountDownLatch closing) {
    this.pause = pause;
    this.clock = clock;
    this.closing = closing;
  }

  /** Waits until the host may be asked; false when it is time to end. */
  boolean await(String host) throws InterruptedException {
    Instant before;
    synchronized (last) {
      before = last.get(host);
    }
    Instant now = clock.instant();
    if (before != null && now.isBefore(before.plus(pause))) {
      long millis = Duration.between(now, before.plus(pause)).toMillis() + 1;
      if (closing.await(millis, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    synchronized (last) {
      last.remove(host);
      last.put(host, clock.instant());
    }
    return closing.getCount() > 0;
  }
}
