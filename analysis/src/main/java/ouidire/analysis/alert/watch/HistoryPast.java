package ouidire.analysis.alert.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import ouidire.core.history.BucketSize;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.TimeBucket;
import ouidire.core.mention.AnalysedMention;

/** The past, from the history. */
public final class HistoryPast implements Past {
  private final MentionHistory history;

  public HistoryPast(MentionHistory history) {
    this.history = history;
  }

  @Override
  public Steps steps(MentionFilter filter, Instant from, Instant to) {
    List<TimeBucket> buckets =
        history.histogram(
            filter.withPeriod(from, to), BucketSize.FIVE_MINUTES, ZoneOffset.UTC, Dimension.TONE);
    int steps = (int) ((to.getEpochSecond() - from.getEpochSecond()) / Series.STEP_SECONDS);
    long[] all = new long[steps];
    long[] negative = new long[steps];
    for (TimeBucket bucket : buckets) {
      int at =
          (int) ((bucket.start().getEpochSecond() - from.getEpochSecond()) / Series.STEP_SECONDS);
      if (at >= 0 && at < steps) {
        all[at] += bucket.count();
        negative[at] += bucket.split().getOrDefault("negative", 0L);
      }
    }
    return new Steps(all, negative);
  }

  @Override
  public void mentions(
      MentionFilter filter, Instant from, Instant to, Consumer<AnalysedMention> action) {
    history.forEach(filter.withPeriod(from, to), action);
  }

  @Override
  public long count(MentionFilter filter, Instant from, Instant to) {
    return history.count(filter.withPeriod(from, to));
  }
}
