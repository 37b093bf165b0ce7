package ouidire.core.history;

import java.util.function.Consumer;
import ouidire.core.mention.AnalysedMention;

/** New mentions, as soon as the history can find them. */
public interface LiveMentions {
  /**
   * Calls the listener, on a thread of the caller's choosing for the stream, with each mention that
   * becomes searchable. A listener returns at once and never throws; a slow reader keeps its own
   * bounded queue.
   */
  Subscription subscribe(Consumer<AnalysedMention> listener);

  /** Ends a subscription; closing twice is harmless. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
