package ouidire.core.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ouidire.core.mention.Mention;

/** A stream in memory; it can be told to refuse. */
public final class InMemoryMentionPublisher implements MentionPublisher {
  private final List<Mention> kept = new ArrayList<>();
  private boolean refusing;

  @Override
  public synchronized CompletableFuture<Void> publish(Mention mention) {
    if (refusing) {
      return CompletableFuture.failedFuture(new IllegalStateException("the stream is down"));
    }
    kept.add(mention);
    return CompletableFuture.completedFuture(null);
  }

  public synchronized List<Mention> kept() {
    return List.copyOf(kept);
  }

  /** From now on every publication fails, or succeeds again. */
  public synchronized void refuse(boolean refuse) {
    refusing = refuse;
  }
}
