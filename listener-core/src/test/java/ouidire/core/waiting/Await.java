package ouidire.core.waiting;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks for a condition until it holds, for a bounded time. */
public final class Await {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long ASK_EVERY_MS = 20;

  private Await() {}

  /** A question that may fail while the answer is not there yet. */
  public interface Condition {
    boolean holds() throws Exception;
  }

  /**
   * Returns once the condition holds.
   *
   * @throws AssertionError after a minute, saying what was awaited
   */
  public static void until(String what, Condition condition) {
    until(what, PATIENCE, condition);
  }

  public static void until(String what, Duration patience, Condition condition) {
    long end = System.nanoTime() + patience.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!condition.holds()) {
        if (System.nanoTime() > end) {
          throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
        }
        if (never.await(ASK_EVERY_MS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (AssertionError e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError("asking failed: " + what, e);
    }
  }
}
