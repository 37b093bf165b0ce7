package ouidire.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ouidire.core.alert.Alert;
import ouidire.core.alert.AlertDirectory;
import ouidire.core.history.InMemoryMentionHistory;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.history.SampleMention;

@Timeout(60)
class LiveFeedTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int BACKLOG = 20;

  private final InMemoryMentionHistory history = new InMemoryMentionHistory();
  private final LiveFeed feed =
      new LiveFeed(history, new NoAlerts(), alert -> new byte[0], BACKLOG, 10);

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void aSlowFollowerIsToldOnceAndGoesOn() throws InterruptedException {
    Follower slow = feed.follow(mention -> true, 0).orElseThrow();
    Follower quick = feed.follow(mention -> true, 0).orElseThrow();
    int sent = 5 * BACKLOG;
    for (int i = 1; i <= sent; i++) {
      history.add(SampleMention.of("m" + i).build());
      assertThat(next(quick).number()).isEqualTo(i);
    }
    LiveEvent event = next(slow);
    assertThat(event.name()).isEqualTo("lagged");
    long last = event.number();
    while (last < sent) {
      LiveEvent following = next(slow);
      assertThat(following.name()).isEqualTo("mention");
      assertThat(following.number()).isEqualTo(last + 1);
      last = following.number();
    }
  }

  @Test
  void theIndexIsNeverHeldUp() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    Follower follower =
        feed.follow(
                mention -> {
                  try {
                    stuck.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return true;
                },
                0)
            .orElseThrow();
    // Far more than any queue holds, while the feed's own thread stands still.
    for (int i = 0; i < 30_000; i++) {
      history.add(SampleMention.of("m").build());
    }
    stuck.countDown();
    LiveEvent event = next(follower);
    while (!event.name().equals("lagged")) {
      event = next(follower);
    }
    assertThat(event.name()).isEqualTo("lagged");
  }

  @Test
  void aFilterThatFailsEndsItsOwnStreamOnly() throws InterruptedException {
    Follower broken =
        feed.follow(
                mention -> {
                  throw new IllegalStateException("broken on purpose");
                },
                0)
            .orElseThrow();
    Follower well = feed.follow(mention -> true, 0).orElseThrow();
    history.add(SampleMention.of("m1").build());
    assertThat(next(well).name()).isEqualTo("mention");
    assertThat(broken.closed()).isTrue();
    assertThat(feed.followers()).isEqualTo(1);
  }

  @Test
  void whoComesBackTooLateIsToldToLoadAgain() throws InterruptedException {
    Follower first = feed.follow(mention -> true, 0).orElseThrow();
    history.add(SampleMention.of("m").build());
    assertThat(next(first).number()).isEqualTo(1);
    first.close();
    for (int i = 0; i < LiveFeed.REPLAY + 1; i++) {
      history.add(SampleMention.of("m" + i).build());
    }
    Follower back = feed.follow(mention -> true, 1).orElseThrow();
    assertThat(next(back).name()).isEqualTo("lagged");
  }

  @Test
  void aClosedFollowerIsForgotten() {
    Follower follower = feed.follow(mention -> true, 0).orElseThrow();
    follower.close();
    follower.close();
    assertThat(feed.followers()).isZero();
  }

  private static LiveEvent next(Follower follower) throws InterruptedException {
    LiveEvent event = follower.next(LONG);
    if (event == null) {
      throw new AssertionError("no event in time");
    }
    return event;
  }

  private static final class NoAlerts implements AlertDirectory {
    @Override
    public List<Alert> latest(int limit) {
      return List.of();
    }

    @Override
    public Subscription subscribe(Consumer<Alert> listener) {
      return () -> {};
    }
  }
}
