package ouidire.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.config.Settings;
import ouidire.core.source.SourceDirectory;
import ouidire.core.source.SourceStatus;
import ouidire.core.source.SourceStatus.State;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.words.Wording;
import ouidire.ingest.fetch.SafeFetcher;

/**
 * Reads every feed at its own rhythm, each on a virtual thread of its own: one that is slow, broken
 * or gone stops no other. {@link #sources} says how each is doing.
 */
public final class FeedPoller implements SourceDirectory, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);
  private static final int PARSED_AT_ONCE = 2;
  private static final Duration END_WITHIN = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final Pause pause;
  private final List<Line> lines = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /** Waits; ends early only by interruption. */
  interface Pause {
    void last(Duration wait) throws InterruptedException;
  }

  /**
   * @param random what spreads the questions in time
   */
  public FeedPoller(
      List<Settings.Feed> feeds,
      SafeFetcher fetcher,
      MentionPublisher publisher,
      CursorStore cursors,
      InstantSource clock,
      RandomGenerator random) {
    this(feeds, fetcher::fetch, publisher, cursors, clock, random, Thread::sleep);
  }

  FeedPoller(
      List<Settings.Feed> feeds,
      FeedReading.Fetcher fetcher,
      MentionPublisher publisher,
      CursorStore cursors,
      InstantSource clock,
      RandomGenerator random,
      Pause pause) {
    this.clock = clock;
    this.pause = pause;
    Semaphore parsing = new Semaphore(PARSED_AT_ONCE);
    for (Settings.Feed feed : feeds) {
      FeedReading reading = new FeedReading(feed, fetcher, publisher, cursors, clock, parsing);
      lines.add(new Line(feed, reading, new FeedSchedule(feed.every(), random)));
    }
  }

  /** Begins to ask. */
  public synchronized void start() {
    for (Line line : lines) {
      threads.add(Thread.ofVirtual().name(line.reading.id()).start(() -> run(line)));
    }
  }

  @Override
  public List<SourceStatus> sources() {
    return lines.stream().map(line -> line.status(clock.instant())).toList();
  }

  /** Ends the asking; what was published but not acknowledged is published again next time. */
  @Override
  public synchronized void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  private void run(Line line) {
    try {
      Duration wait = line.schedule.first(lines.size());
      while (!Thread.currentThread().isInterrupted()) {
        line.waiting(clock.instant().plus(wait));
        pause.last(wait);
        wait = ask(line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration ask(Line line) throws InterruptedException {
    FeedReading.Outcome outcome;
    try {
      outcome = line.reading.read();
    } catch (RuntimeException e) {
      LOG.warn("{}: reading failed", line.reading.id(), e);
      outcome =
          new FeedReading.Outcome.Failed(
              new Wording("la lecture a échoué : ", "reading failed: ")
                  .then(Wording.same(e.toString())),
              null);
    }
    return line.asked(clock.instant(), outcome);
  }

  /** One feed: its reading, its schedule and how it is doing. */
  private static final class Line {
    private final Settings.Feed feed;
    private final FeedReading reading;
    private final FeedSchedule schedule;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastAttempt;
    private @Nullable Instant nextAttempt;
    private @Nullable Wording lastError;
    private String name;
    private int failures;
    private long mentions;

    Line(Settings.Feed feed, FeedReading reading, FeedSchedule schedule) {
      this.feed = feed;
      this.reading = reading;
      this.schedule = schedule;
      this.name = reading.name();
    }

    synchronized void waiting(Instant until) {
      nextAttempt = until;
    }

    /** Notes what came of a question; gives the wait before the next. */
    synchronized Duration asked(Instant now, FeedReading.Outcome outcome) {
      lastAttempt = now;
      name = reading.name();
      return switch (outcome) {
        case FeedReading.Outcome.Read read -> {
          if (failures > 0) {
            LOG.info("{}: answers again", reading.id());
          }
          failures = 0;
          lastSuccess = now;
          lastError = read.warning();
          mentions += read.published();
          yield schedule.afterSuccess(read.rhythm(), read.freshFor());
        }
        case FeedReading.Outcome.Gone gone -> {
          failed(
              new Wording(
                  "a disparu pour de bon (410) ; retirez-le de feeds",
                  "is gone for good (410); remove it from feeds"));
          yield schedule.afterGone();
        }
        case FeedReading.Outcome.Failed failed -> {
          failed(failed.reason());
          yield schedule.afterFailure(failures, failed.retryAfter());
        }
      };
    }

    private void failed(Wording reason) {
      failures++;
      lastError = reason;
      if (failures == 1) {
        LOG.warn("{}: {}", reading.id(), reason.english());
      }
    }

    synchronized SourceStatus status(Instant now) {
      return new SourceStatus(
          reading.id(),
          FeedReading.KIND,
          name,
          feed.url().toString(),
          state(now),
          lastSuccess,
          lastAttempt,
          nextAttempt,
          failures,
          lastError,
          mentions);
    }

    private State state(Instant now) {
      if (lastAttempt == null) {
        return State.WAITING;
      }
      if (failures > 0) {
        return State.FAILING;
      }
      boolean overdue =
          nextAttempt != null && now.isAfter(nextAttempt.plus(feed.every()).plusSeconds(60));
      return overdue ? State.LATE : State.OK;
    }
  }
}
