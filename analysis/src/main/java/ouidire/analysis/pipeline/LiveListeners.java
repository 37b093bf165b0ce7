package ouidire.analysis.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.history.LiveMentions;
import ouidire.core.mention.AnalysedMention;

/** Those who want to hear of mentions as they become searchable. */
final class LiveListeners implements LiveMentions {
  private static final Logger LOG = LoggerFactory.getLogger(LiveListeners.class);

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** One subscription, of which there may be several by one listener. */
  private static final class Entry {
    private final Consumer<AnalysedMention> listener;

    Entry(Consumer<AnalysedMention> listener) {
      this.listener = listener;
    }
  }

  @Override
  public Subscription subscribe(Consumer<AnalysedMention> listener) {
    Entry entry = new Entry(listener);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void tell(List<AnalysedMention> mentions) {
    for (Entry entry : entries) {
      try {
        mentions.forEach(entry.listener);
      } catch (RuntimeException e) {
        entries.remove(entry);
        LOG.warn("a listener failed and hears no more: {}", e.toString());
      }
    }
  }
}
