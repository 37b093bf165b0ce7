package ouidire.ingest.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import ouidire.core.mention.Mention;
import ouidire.core.stream.CursorStore;
import ouidire.core.stream.MentionPublisher;

/**
 * Publishes and lets the cursor follow: a cursor is saved only once every mention before it is
 * acknowledged. A few batches are on their way at a time, so that neither side waits for the other.
 */
final class AckWindow {
  private static final int BATCHES = 4;

  private final MentionPublisher publisher;
  private final CursorStore cursors;
  private final String key;
  private final Deque<Batch> sent = new ArrayDeque<>();
  private List<CompletableFuture<Void>> open = new ArrayList<>();
  private ImportCursor safe;

  /**
   * @param start what an earlier run saved
   */
  AckWindow(MentionPublisher publisher, CursorStore cursors, String key, ImportCursor start) {
    this.publisher = publisher;
    this.cursors = cursors;
    this.key = key;
    this.safe = start;
  }

  /**
   * @throws ExecutionException when the stream refused it at once: each further one would block as
   *     long as this one did
   */
  void publish(Mention mention) throws ExecutionException, InterruptedException {
    CompletableFuture<Void> kept = publisher.publish(mention);
    if (kept.isCompletedExceptionally()) {
      kept.get();
    }
    open.add(kept);
  }

  /** So many rows were refused since the last {@link #mark}. */
  void refuse(long rows) {
    open.add(publisher.refused(rows));
  }

  /**
   * Everything published so far lies before this cursor.
   *
   * @throws ExecutionException when a mention or cursor could not be kept
   */
  void mark(ImportCursor cursor) throws ExecutionException, InterruptedException {
    sent.add(new Batch(CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)), cursor));
    open = new ArrayList<>();
    while (sent.size() > BATCHES) {
      settle();
    }
  }

  /** Waits until everything marked is acknowledged and its cursor saved. */
  void drain() throws ExecutionException, InterruptedException {
    while (!sent.isEmpty()) {
      settle();
    }
  }

  void done() throws ExecutionException, InterruptedException {
    cursors.save(key, safe.doneText()).get();
  }

  /** The last cursor that was saved. */
  ImportCursor safe() {
    return safe;
  }

  private void settle() throws ExecutionException, InterruptedException {
    Batch oldest = sent.remove();
    oldest.acks().get();
    cursors.save(key, oldest.after().text()).get();
    safe = oldest.after();
  }

  private record Batch(CompletableFuture<Void> acks, ImportCursor after) {}
}
