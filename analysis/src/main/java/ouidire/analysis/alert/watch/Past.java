package ouidire.analysis.alert.watch;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.AnalysedMention;

/** What was said before the watch began. */
public interface Past {
  /**
   * Counts of five minutes each, one after the other.
   *
   * @param all mentions
   * @param negative of them, negative toward the brand
   */
  record Steps(long[] all, long[] negative) {}

  /** Counts from {@code from} to {@code to}, both on whole steps. */
  Steps steps(MentionFilter filter, Instant from, Instant to);

  /** The mentions from {@code from} (inclusive) to {@code to} (exclusive), oldest first. */
  void mentions(MentionFilter filter, Instant from, Instant to, Consumer<AnalysedMention> action);

  /** How many there are. */
  default long count(MentionFilter filter, Instant from, Instant to) {
    List<Integer> seen = new java.util.ArrayList<>();
    mentions(filter, from, to, mention -> seen.add(1));
    return seen.size();
  }
}
