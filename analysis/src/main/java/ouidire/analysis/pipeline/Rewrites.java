package ouidire.analysis.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;

/** Mentions that are written to the stream again, until the history shows them. One thread's. */
final class Rewrites {
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(60);
  private static final int UNDER_WAY = 5_000;

  /** Of so many, the last ones, is looked whether they can be found. */
  private static final int SAMPLE = 500;

  private final MentionHistory history;
  private final PastMatches.Rewriter stream;
  private final StreamLoop loop;
  private final Set<String> written = new HashSet<>();
  private final Deque<CompletableFuture<Void>> underWay = new ArrayDeque<>();
  private final Map<String, AnalysedMention> last = new LinkedHashMap<>();

  /**
   * @param loop whose end ends the waiting
   */
  Rewrites(MentionHistory history, PastMatches.Rewriter stream, StreamLoop loop) {
    this.history = history;
    this.stream = stream;
    this.loop = loop;
  }

  void write(AnalysedMention mention) {
    underWay.add(stream.replace(mention));
    written.add(mention.id());
    last.remove(mention.id());
    last.put(mention.id(), mention);
    if (last.size() > SAMPLE) {
      last.remove(last.keySet().iterator().next());
    }
    while (underWay.size() > UNDER_WAY) {
      underWay.remove().join();
    }
  }

  /** Whether a mention was written since {@link #forget}. */
  boolean has(String id) {
    return written.contains(id);
  }

  /** How many were written since {@link #forget}. */
  int count() {
    return written.size();
  }

  void forget() {
    written.clear();
  }

  /** What was not acknowledged before a failure is of no use any more. */
  void forgetUnderWay() {
    underWay.clear();
  }

  /** Returns once the history shows what was written: who reads it next starts from that. */
  void awaitVisible() {
    while (!underWay.isEmpty()) {
      underWay.remove().join();
    }
    long end = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    Map<String, AnalysedMention> missing = new HashMap<>(last);
    while (!missing.isEmpty() && !loop.isStopping()) {
      missing.values().removeIf(this::isShown);
      if (!missing.isEmpty()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("what was written again cannot be found yet");
        }
        loop.pause(LOOK);
      }
    }
    last.clear();
  }

  private boolean isShown(AnalysedMention sent) {
    return history
        .find(sent.id())
        .map(shown -> !shown.analysedAt().isBefore(sent.analysedAt()))
        .orElse(true);
  }
}
