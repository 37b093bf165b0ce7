package ouidire.analysis.cascade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.ValueCount;
import ouidire.core.story.ForecastAccuracy;

/**
 * What was forecast of the stories that have ended. A forecast is made of what was there by its
 * moment and of nothing later, so it need not be written down when it is made: it is the same when
 * it is made again. What was found of a story that has ended is remembered, since it does not
 * change. Safe for several threads.
 */
final class PastForecasts {
  /** Ages at which stories are forecast, seconds. */
  static final long[] AGES = {600, 3_600, 10_800, 21_600, 86_400};

  /** After so long without a mention a story has ended. */
  static final Duration QUIET = Duration.ofDays(1);

  private static final int MOST_STORIES = 300;
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final CascadeForecaster forecaster;
  private final Map<String, Known> known = new HashMap<>();
  private @Nullable Instant asked;
  private List<PastForecast> all = List.of();

  private record Known(long mentions, List<PastForecast> forecasts) {}

  PastForecasts(CascadeForecaster forecaster) {
    this.forecaster = forecaster;
  }

  /** Of all stories that had ended by then, looked up again every ten minutes at most. */
  synchronized List<PastForecast> by(MentionHistory history, Instant now) {
    Instant last = asked;
    boolean fresh = last != null && !now.isBefore(last) && now.isBefore(last.plus(FRESH));
    if (!fresh) {
      all = history.atOneMoment(then -> read(then, now));
      asked = now;
    }
    return all;
  }

  private List<PastForecast> read(MentionHistory history, Instant now) {
    MentionFilter sofar = MentionFilter.ALL.withPeriod(null, now.plusMillis(1));
    List<PastForecast> found = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (ValueCount story : history.top(sofar, Dimension.STORY, MOST_STORIES)) {
      if (story.count() < StoryFile.ENOUGH) {
        break;
      }
      MentionFilter its = sofar.withStories(Set.of(story.value()));
      if (!hasEnded(history, its, now)) {
        continue;
      }
      there.add(story.value());
      Known before = known.get(story.value());
      if (before == null || before.mentions() != story.count()) {
        before = new Known(story.count(), forecasts(history, its, story.value()));
        known.put(story.value(), before);
      }
      found.addAll(before.forecasts());
    }
    known.keySet().retainAll(there);
    return List.copyOf(found);
  }

  private static boolean hasEnded(MentionHistory history, MentionFilter its, Instant now) {
    return history.search(its, MentionOrder.NEWEST, 1, null).mentions().stream()
        .allMatch(last -> last.mention().publishedAt().isBefore(now.minus(QUIET)));
  }

  private List<PastForecast> forecasts(MentionHistory history, MentionFilter its, String id) {
    StoryFile file = new StoryFile(id);
    history.forEach(its, file::add);
    return file.forecastsAt(AGES, forecaster);
  }

  ForecastAccuracy accuracy(MentionHistory history, Instant now) {
    List<PastForecast> past = by(history, now);
    Map<String, Calibration> others = new HashMap<>();
    past.forEach(
        each -> others.computeIfAbsent(each.story(), story -> Calibration.without(story, past)));
    List<ForecastAccuracy.Age> rows = new ArrayList<>();
    for (long age : AGES) {
      List<PastForecast> then = past.stream().filter(each -> each.age() == age).toList();
      List<PastForecast> honest = then.stream().filter(each -> !each.refused()).toList();
      rows.add(
          new ForecastAccuracy.Age(
              age,
              honest.size(),
              then.size() - honest.size(),
              median(honest.stream().mapToDouble(PastForecast::error).toArray()),
              share(honest.stream().filter(each -> each.covered(1)).count(), honest.size()),
              share(
                  honest.stream()
                      .filter(
                          each ->
                              each.covered(
                                  others.getOrDefault(each.story(), Calibration.NONE).scale()))
                      .count(),
                  honest.size())));
    }
    return new ForecastAccuracy(now, others.size(), Calibration.of(past).scale(), rows);
  }

  private static @Nullable Double share(long part, int of) {
    return of == 0 ? null : part / (double) of;
  }

  private static @Nullable Double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    if (values.length == 0) {
      return null;
    }
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
