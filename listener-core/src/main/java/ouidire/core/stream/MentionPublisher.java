package ouidire.core.stream;

import java.util.concurrent.CompletableFuture;
import ouidire.core.mention.Mention;

/** Where every source hands its mentions over. */
public interface MentionPublisher {
  /**
   * Publishes one mention. Blocks while the stream's buffer is full (back-pressure). The future
   * completes once the stream has it for good; a cursor may move past the mention only then. It
   * fails when the mention could not be kept; the caller may publish it again, since ids are
   * deterministic.
   */
  CompletableFuture<Void> publish(Mention mention);

  /**
   * As {@link #publish}, for a source of which only what matches a brand is to be kept. A stream
   * that cannot say so keeps all.
   */
  default CompletableFuture<Void> publishIfMatched(Mention mention) {
    return publish(mention);
  }

  /**
   * Says that so many items were refused before they could become mentions, so that whoever counts
   * what was collected counts them, as rejected. A stream on which nobody counts does nothing.
   *
   * @param items 1 or more
   */
  default CompletableFuture<Void> refused(long items) {
    return CompletableFuture.completedFuture(null);
  }
}
