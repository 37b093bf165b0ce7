package ouidire.ingest.link;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets those of one name go one after the other, in the order in which they asked, and those of
 * different names side by side.
 */
final class Lanes {
  private final Map<String, CountDownLatch> last = new HashMap<>();

  /** A place in a lane. */
  final class Place implements AutoCloseable {
    private final String name;
    private final CountDownLatch before;
    private final CountDownLatch own = new CountDownLatch(1);

    private Place(String name) {
      this.name = name;
      CountDownLatch ahead = last.put(name, own);
      this.before = ahead == null ? new CountDownLatch(0) : ahead;
    }

    /** Returns once all who asked before have gone. */
    void await() throws InterruptedException {
      before.await();
    }

    /** Returns once all who asked before have gone, or the time is over. */
    void await(Duration most) throws InterruptedException {
      var unused = before.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the next one go; done twice it does no more. */
    @Override
    public void close() {
      synchronized (Lanes.this) {
        last.remove(name, own);
      }
      own.countDown();
    }
  }

  /** Takes the next place. It must be closed once it was awaited, whatever happens. */
  synchronized Place take(String name) {
    return new Place(name);
  }
}
