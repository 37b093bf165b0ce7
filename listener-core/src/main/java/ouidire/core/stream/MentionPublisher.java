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
}
