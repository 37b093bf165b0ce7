package ouidire.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.BucketSize;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.MentionPage;
import ouidire.core.history.TimeBucket;
import ouidire.core.history.Totals;
import ouidire.core.history.ValueCount;
import ouidire.core.mention.AnalysedMention;

/** A history whose disk fails in the middle of a walk through it. */
record BreakingHistory(MentionHistory whole, IntSupplier endsAfter) implements MentionHistory {
  @Override
  public MentionPage search(
      MentionFilter filter, MentionOrder order, int limit, @Nullable String cursor) {
    return whole.search(filter, order, limit, cursor);
  }

  @Override
  public Optional<AnalysedMention> find(String id) {
    return whole.find(id);
  }

  @Override
  public long count(MentionFilter filter) {
    return whole.count(filter);
  }

  @Override
  public long countDistinct(MentionFilter filter, Dimension dimension) {
    return whole.countDistinct(filter, dimension);
  }

  @Override
  public Totals totals(MentionFilter filter) {
    return whole.totals(filter);
  }

  @Override
  public List<TimeBucket> histogram(
      MentionFilter filter, BucketSize size, ZoneId zone, @Nullable Dimension split) {
    return whole.histogram(filter, size, zone, split);
  }

  @Override
  public List<ValueCount> top(MentionFilter filter, Dimension dimension, int limit) {
    return whole.top(filter, dimension, limit);
  }

  @Override
  public void forEach(MentionFilter filter, Consumer<AnalysedMention> action) {
    int[] left = {endsAfter.getAsInt()};
    whole.forEach(
        filter,
        mention -> {
          if (left[0]-- == 0) {
            throw new UncheckedIOException(new IOException("the disk failed on purpose"));
          }
          action.accept(mention);
        });
  }

  @Override
  public <T> T atOneMoment(Function<MentionHistory, T> look) {
    return whole.atOneMoment(held -> look.apply(new BreakingHistory(held, endsAfter)));
  }

  @Override
  public Set<String> existing(Set<String> ids) {
    return whole.existing(ids);
  }
}
