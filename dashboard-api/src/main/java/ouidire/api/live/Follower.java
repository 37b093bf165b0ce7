package ouidire.api.live;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;

/**
 * One who follows the feed: a filter and a bounded queue. Whoever is too slow loses what waited and
 * is told so once, by a {@code lagged} event, and then goes on from there.
 */
public final class Follower implements AutoCloseable {
  static final String LAGGED = "lagged";

  private final LiveFeed feed;
  private final Predicate<AnalysedMention> filter;
  private final BlockingQueue<LiveEvent> waiting;
  private volatile boolean closed;

  Follower(LiveFeed feed, Predicate<AnalysedMention> filter, int backlog) {
    this.feed = feed;
    this.filter = filter;
    this.waiting = new ArrayBlockingQueue<>(backlog);
  }

  boolean wants(AnalysedMention mention) {
    return filter.test(mention);
  }

  /** Never waits. Only the feed's one thread offers, so that nothing comes between. */
  void offer(LiveEvent event) {
    if (!waiting.offer(event)) {
      lag(event.number());
    }
  }

  /** Gives up what waits and says so. */
  void lag(long number) {
    waiting.clear();
    waiting.offer(lagged(number));
  }

  /**
   * The next event; null when there was none for that long.
   *
   * @throws InterruptedException when the thread is to end
   */
  public @Nullable LiveEvent next(Duration wait) throws InterruptedException {
    return waiting.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether it is over: what {@link #next} gives then is to be thrown away. */
  public boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    feed.leave(this);
    // Wakes a reader that waits.
    lag(0);
  }

  private static LiveEvent lagged(long number) {
    return new LiveEvent(number, LAGGED, () -> new byte[] {'{', '}'});
  }
}
