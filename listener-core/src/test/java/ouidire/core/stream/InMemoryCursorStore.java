package ouidire.core.stream;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Cursors in memory. */
public final class InMemoryCursorStore implements CursorStore {
  private final Map<String, String> cursors = new ConcurrentHashMap<>();

  @Override
  public Optional<String> read(String sourceId) {
    return Optional.ofNullable(cursors.get(sourceId));
  }

  @Override
  public CompletableFuture<Void> save(String sourceId, String cursor) {
    cursors.put(sourceId, cursor);
    return CompletableFuture.completedFuture(null);
  }
}
