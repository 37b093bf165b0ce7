package ouidire.deploy.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.mention.Mention;
import ouidire.core.stream.MentionPublisher;

/** Plays the scare live: each text is said when its minute comes, at the speed asked for. */
public final class CrisisPlay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CrisisPlay.class);
  private final List<DemoText> texts;
  private final Instant start;
  private final double speed;
  private final InstantSource clock;
  private final MentionPublisher publisher;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Consumer<DemoText> said;
  private volatile Runnable afterLast = () -> {};

  CrisisPlay(
      List<DemoText> texts,
      Instant start,
      double speed,
      InstantSource clock,
      MentionPublisher publisher,
      Consumer<DemoText> said) {
    this.said = said;
    this.texts = List.copyOf(texts);
    this.start = start;
    this.speed = speed;
    this.clock = clock;
    this.publisher = publisher;
  }

  /** When a text is due: scenario minutes pass {@code speed} times as fast as ours. */
  static Instant due(DemoText text, Instant start, double speed) {
    return start.plus(Duration.ofMillis(Math.round(text.minute() * 60_000 / speed)));
  }

  /** Begins on a thread of its own; {@code afterLast} is called once all is said. */
  void begin(Runnable whenDone) {
    afterLast = whenDone;
    Thread.ofVirtual().name("demo-crisis").start(this::play);
  }

  private void play() {
    try {
      for (DemoText text : texts) {
        Instant due = due(text, start, speed);
        Duration wait = Duration.between(clock.instant(), due);
        if (wait.isPositive() && ended.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        Mention mention = text.at(due, clock.instant());
        publisher
            .publish(mention)
            .whenComplete(
                (kept, failure) -> {
                  if (failure != null) {
                    LOG.warn("mention {} of the demonstration was not kept", mention.id(), failure);
                  }
                });
        said.accept(text);
      }
      afterLast.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
