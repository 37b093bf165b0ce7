package ouidire.api.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.history.LiveMentions;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

/**
 * Hands new mentions and alerts to all followers. The index's thread only puts them into a bounded
 * queue; when even the feed's own thread cannot keep up, everybody is told that they lagged. The
 * last events are kept so that a follower whose line broke can go on where it was.
 */
public final class LiveFeed implements AutoCloseable {
  /** Mentions that may wait for the feed's thread: some seconds of a storm, about 20 MB. */
  private static final int INBOX = 10_000;

  /** Events kept for those who come back: a minute of a busy day. */
  static final int REPLAY = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

  private final Function<Alert, byte[]> alertJson;
  private final int backlog;
  private final int maxFollowers;
  private final BlockingQueue<Object> inbox = new ArrayBlockingQueue<>(INBOX);
  private final AtomicBoolean overflowed = new AtomicBoolean();
  private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
  private final Set<Follower> present = ConcurrentHashMap.newKeySet();
  private final Deque<Kept> recent = new ArrayDeque<>(REPLAY);
  private final Subscription mentions;
  private final Subscription alerts;
  private final Thread worker;
  private long number;

  /** An event and what filters ask about it; null for an alert, which everybody wants. */
  private record Kept(LiveEvent event, @Nullable AnalysedMention mention) {}

  /** Somebody to let in, between two events. */
  private record Arrival(Follower follower, long after) {}

  /**
   * @param alertJson an alert as one line of JSON
   * @param backlog events that may wait for one follower
   * @param maxFollowers how many may follow at once
   */
  public LiveFeed(
      LiveMentions live,
      AlertDirectory directory,
      Function<Alert, byte[]> alertJson,
      int backlog,
      int maxFollowers) {
    this.alertJson = alertJson;
    this.backlog = backlog;
    this.maxFollowers = maxFollowers;
    this.worker = Thread.ofVirtual().name("ouidire-live").start(this::work);
    this.mentions = live.subscribe(this::hear);
    this.alerts = directory.subscribe(this::hear);
  }

  /**
   * Follows from now on, or from after an event.
   *
   * @param filter asked on the feed's thread only
   * @param after number of the last event that the follower had; 0 for none. When it is no longer
   *     kept, the first event is {@code lagged}
   * @return empty when there are too many followers
   */
  public Optional<Follower> follow(Predicate<AnalysedMention> filter, long after) {
    if (followers.size() >= maxFollowers) {
      return Optional.empty();
    }
    Follower follower = new Follower(this, filter, backlog);
    followers.add(follower);
    try {
      inbox.put(new Arrival(follower, after));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      follower.close();
    }
    return Optional.of(follower);
  }

  public int followers() {
    return followers.size();
  }

  void leave(Follower follower) {
    followers.remove(follower);
    present.remove(follower);
  }

  @Override
  public void close() {
    mentions.close();
    alerts.close();
    worker.interrupt();
    followers.forEach(Follower::close);
  }

  /** On the index's thread: one queue insertion, never a wait. */
  private void hear(Object news) {
    if (!inbox.offer(news)) {
      overflowed.set(true);
    }
  }

  private void work() {
    try {
      while (true) {
        Object news = inbox.take();
        try {
          handle(news);
        } catch (RuntimeException e) {
          LOG.warn("a live event was left out", e);
        }
      }
    } catch (InterruptedException e) {
      // The feed is closed.
    }
  }

  private void handle(Object news) {
    if (overflowed.compareAndSet(true, false)) {
      recent.clear();
      present.forEach(follower -> follower.lag(number));
    }
    switch (news) {
      case Arrival arrival -> letIn(arrival.follower(), arrival.after());
      case AnalysedMention mention ->
          tell(new LiveEvent(++number, "mention", () -> MentionJson.write(mention)), mention);
      case Alert alert ->
          tell(new LiveEvent(++number, "alert", () -> alertJson.apply(alert)), null);
      default -> throw new IllegalStateException("nothing else is heard");
    }
  }

  private void letIn(Follower follower, long after) {
    if (after > 0 && !kept(after)) {
      follower.lag(number);
    } else if (after > 0) {
      recent.stream()
          .filter(kept -> kept.event().number() > after)
          .forEach(kept -> offer(kept, follower));
    }
    present.add(follower);
    if (follower.closed()) {
      present.remove(follower);
    }
  }

  /** Whether everything after that event is still here. */
  private boolean kept(long after) {
    Kept oldest = recent.peekFirst();
    return after == number
        || (after < number && oldest != null && oldest.event().number() <= after + 1);
  }

  private void tell(LiveEvent event, @Nullable AnalysedMention mention) {
    Kept kept = new Kept(event, mention);
    if (recent.size() == REPLAY) {
      recent.removeFirst();
    }
    recent.addLast(kept);
    for (Follower follower : present) {
      offer(kept, follower);
    }
  }

  /** A filter that fails ends its own follower and no other. */
  private static void offer(Kept kept, Follower follower) {
    AnalysedMention mention = kept.mention();
    try {
      if (mention == null || follower.wants(mention)) {
        follower.offer(kept.event());
      }
    } catch (RuntimeException e) {
      LOG.warn("a live filter failed; its stream ends", e);
      follower.close();
    }
  }
}
