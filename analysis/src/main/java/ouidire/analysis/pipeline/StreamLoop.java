package ouidire.analysis.pipeline;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that works on a stream until it is closed. A session that fails is begun again after a
 * pause that grows to {@link #LONGEST_PAUSE}; a session knows where to go on.
 */
final class StreamLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamLoop.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

  private final String name;
  private final Session session;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Runnable waker;
  private @Nullable Thread thread;

  StreamLoop(String name, Session session) {
    this.name = name;
    this.session = session;
  }

  /** Works on the stream until {@link StreamLoop#isStopping}. */
  interface Session {
    void run() throws Exception;
  }

  synchronized void start() {
    if (thread == null) {
      thread = Thread.ofPlatform().name(name).start(this::run);
    }
  }

  boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** What gets the session out of a wait; the session says so before it waits. */
  void wakeBy(Runnable value) {
    waker = value;
  }

  /** Waits, or returns at once when the loop is to stop. */
  void pause(Duration time) {
    try {
      if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!isStopping()) {
      long begun = System.nanoTime();
      try {
        session.run();
      } catch (WakeupException e) {
        LOG.debug("{} was woken", name);
      } catch (Throwable e) {
        // Even out of memory: a thread that died in silence would lose more.
        if (isStopping()) {
          return;
        }
        boolean ranWell = System.nanoTime() - begun > LONGEST_PAUSE.toNanos();
        pause = ranWell ? FIRST_PAUSE : pause;
        LOG.warn("{} stopped by {}; goes on in {} ms", name, e.toString(), pause.toMillis());
        LOG.debug("{}", name, e);
        pause(pause);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  /** Lets the session finish what it holds, for a bounded time. */
  @Override
  public synchronized void close() {
    stopping.countDown();
    Runnable wake = waker;
    if (wake != null) {
      wake.run();
    }
    Thread running = thread;
    if (running != null) {
      try {
        if (!running.join(CLOSE_WITHIN)) {
          LOG.warn("{} does not end; what it holds is worked on again at the next start", name);
          running.interrupt();
        }
      } catch (InterruptedException e) {
        running.interrupt();
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }
}
