package ouidire.core.stream;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How far each source was read. A cursor is the adapter's own text (an ETag, an offset, a time),
 * opaque to others.
 */
public interface CursorStore {
  Optional<String> read(String sourceId);

  /** Keeps the cursor; the future completes once it is kept for good. */
  CompletableFuture<Void> save(String sourceId, String cursor);
}
