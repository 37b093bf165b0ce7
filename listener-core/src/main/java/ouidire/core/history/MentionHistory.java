package ouidire.core.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.AnalysedMention;

/**
 * The history of all mentions, to read. What a call returns is consistent with one moment; calls
 * made later see more, unless they are made {@linkplain #atOneMoment at one moment}.
 *
 * <p>A filter whose query does not parse is an {@link InvalidQueryException} with the position and
 * the remedy.
 */
public interface MentionHistory {
  /**
   * A page of mentions. A cursor that is none, or of another order, is an {@link
   * IllegalArgumentException}.
   *
   * @param limit 1 to 1,000
   * @param cursor from the page before; null for the first. Stable while mentions arrive: nothing
   *     is shown twice or skipped
   */
  MentionPage search(MentionFilter filter, MentionOrder order, int limit, @Nullable String cursor);

  Optional<AnalysedMention> find(String id);

  long count(MentionFilter filter);

  /** Distinct values of a dimension: how many authors, how many sources. */
  long countDistinct(MentionFilter filter, Dimension dimension);

  /** What the mentions under a filter add up to. */
  Totals totals(MentionFilter filter);

  /**
   * Counts over time, empty buckets included between the filter's ends (or the first and last
   * mention where it has none); the first and last bucket are cut short to those ends, so that each
   * bucket's [start, end) under the same filter opens exactly its mentions. See {@link Buckets}.
   *
   * @param zone the time zone days, weeks and months are cut in; a day of 23 or 25 hours is one day
   * @param split counts each bucket by this dimension as well; null for totals only
   * @throws IllegalArgumentException when there would be more than 10,000 buckets
   */
  List<TimeBucket> histogram(
      MentionFilter filter, BucketSize size, ZoneId zone, @Nullable Dimension split);

  /**
   * The most frequent values of a dimension, most first, ties by value. A mention counts once for
   * each value it has.
   */
  List<ValueCount> top(MentionFilter filter, Dimension dimension, int limit);

  /**
   * Every mention under the filter, oldest first, once each, from one moment; for export. Constant
   * memory.
   */
  void forEach(MentionFilter filter, Consumer<AnalysedMention> action);

  /**
   * Looks several times at one moment: whatever {@code look} asks of the history it is given is
   * consistent, however much arrives meanwhile. That history is not to be used afterwards.
   */
  <T> T atOneMoment(Function<MentionHistory, T> look);

  /** Which of these ids are there. */
  Set<String> existing(Set<String> ids);
}
