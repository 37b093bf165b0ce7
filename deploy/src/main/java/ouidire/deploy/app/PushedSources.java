package ouidire.deploy.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.Mention;
import ouidire.core.mention.SourceRef;
import ouidire.core.source.SourceDirectory;
import ouidire.core.source.SourceStatus;
import ouidire.core.stream.MentionPublisher;
import ouidire.core.words.Wording;

/**
 * The sources that hand their mentions over by themselves: known from what they publish. Stands
 * before the publisher and counts what it kept.
 */
final class PushedSources implements MentionPublisher, SourceDirectory {
  /** More names than any team has; what comes beyond is published and not listed. */
  private static final int MAX_SOURCES = 2_000;

  private static final Wording NOT_KEPT =
      new Wording(
          "le flux ne garde pas ses mentions ; voyez le journal de Kafka",
          "the stream does not keep its mentions; see the log of Kafka");

  private final MentionPublisher publisher;
  private final InstantSource clock;
  private final Map<SourceRef, Tally> tallies = new ConcurrentHashMap<>();

  PushedSources(MentionPublisher publisher, InstantSource clock) {
    this.publisher = publisher;
    this.clock = clock;
  }

  private static final class Tally {
    final AtomicLong kept = new AtomicLong();
    volatile @Nullable Instant lastKept;
    volatile @Nullable Instant lastTried;
    volatile int failures;
  }

  @Override
  public CompletableFuture<Void> publish(Mention mention) {
    Tally tally = tallies.get(mention.source());
    if (tally == null && tallies.size() < MAX_SOURCES) {
      tally = tallies.computeIfAbsent(mention.source(), source -> new Tally());
    }
    Tally counted = tally;
    CompletableFuture<Void> published = publisher.publish(mention);
    return counted == null ? published : published.whenComplete((kept, e) -> count(counted, e));
  }

  @Override
  public CompletableFuture<Void> refused(long items) {
    return publisher.refused(items);
  }

  private void count(Tally tally, @Nullable Throwable failure) {
    Instant now = clock.instant();
    tally.lastTried = now;
    if (failure == null) {
      tally.kept.incrementAndGet();
      tally.lastKept = now;
      tally.failures = 0;
    } else {
      tally.failures++;
    }
  }

  @Override
  public List<SourceStatus> sources() {
    return tallies.entrySet().stream()
        .map(entry -> status(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(SourceStatus::id))
        .toList();
  }

  private static SourceStatus status(SourceRef source, Tally tally) {
    boolean failing = tally.failures > 0;
    return new SourceStatus(
        source.kind() + ":" + source.name(),
        source.kind(),
        source.name(),
        null,
        failing ? SourceStatus.State.FAILING : SourceStatus.State.OK,
        tally.lastKept,
        tally.lastTried,
        null,
        tally.failures,
        failing ? NOT_KEPT : null,
        tally.kept.get());
  }
}
