package ouidire.core.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ouidire.core.mention.Mention;

/** A stream in memory; it can be told to refuse. */
public final class InMemoryMentionPublisher implements MentionPublisher {
  private final List<Mention> kept = new ArrayList<>();
  private final Set<String> onlyIfMatched = new HashSet<>();
  private boolean refusing;
  private long refused;

  @Override
  public synchronized CompletableFuture<Void> publish(Mention mention) {
    if (refusing) {
      return CompletableFuture.failedFuture(new IllegalStateException("the stream is down"));
    }
    kept.add(mention);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> publishIfMatched(Mention mention) {
    onlyIfMatched.add(mention.id());
    return publish(mention);
  }

  /** Ids of mentions that are to be kept only if they match. */
  public synchronized Set<String> onlyIfMatched() {
    return Set.copyOf(onlyIfMatched);
  }

  @Override
  public synchronized CompletableFuture<Void> refused(long items) {
    refused += items;
    return CompletableFuture.completedFuture(null);
  }

  /** Items that were said to be refused. */
  public synchronized long refused() {
    return refused;
  }

  public synchronized List<Mention> kept() {
    return List.copyOf(kept);
  }

  /** From now on every publication fails, or succeeds again. */
  public synchronized void refuse(boolean refuse) {
    refusing = refuse;
  }
}
