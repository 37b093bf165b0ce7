package ouidire.deploy.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that must end, last begun first ended. Each end has a name and a bound in time: one
 * that fails or hangs is told, and the others go on.
 */
public final class Teardown implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Teardown.class);
  private final Duration patience;
  private final Deque<Step> steps = new ArrayDeque<>();

  private record Step(String name, AutoCloseable end) {}

  /**
   * @param patience how long one end may take
   */
  public Teardown(Duration patience) {
    this.patience = patience;
  }

  /** Registers the end of what has just begun, and hands it back. */
  public synchronized <T extends AutoCloseable> T add(String name, T resource) {
    steps.push(new Step(name, resource));
    return resource;
  }

  /** Ends everything; what was ended is not ended again. */
  @Override
  public synchronized void close() {
    while (!steps.isEmpty()) {
      end(steps.pop());
    }
  }

  private void end(Step step) {
    CountDownLatch done = new CountDownLatch(1);
    Thread worker =
        Thread.ofPlatform()
            .daemon()
            .name("end-" + step.name())
            .start(
                () -> {
                  try {
                    step.end().close();
                  } catch (Exception | LinkageError e) {
                    LOG.warn("ending {} failed", step.name(), e);
                  } finally {
                    done.countDown();
                  }
                });
    try {
      if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn(
            "ending {} takes more than {} s; going on without it",
            step.name(),
            patience.toSeconds());
        worker.interrupt();
      }
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
