package ouidire.analysis.cascade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.ValueCount;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.story.ForecastAccuracy;
import ouidire.core.story.Rumour;
import ouidire.core.story.RumourReport;
import ouidire.core.story.StoryDirectory;
import ouidire.core.story.StoryReport;
import ouidire.core.story.StorySummary;

/**
 * Stories as the history knows them: each is what its mentions make of it, so every number opens
 * onto them. Safe for several threads.
 */
public final class HistoryStories implements StoryDirectory {
  /** What is called recent. */
  static final Duration RECENT = Duration.ofHours(1);

  private static final int MOST = 200;

  private final MentionHistory history;
  private final CascadeForecaster forecaster;
  private final PastForecasts past;

  public HistoryStories(MentionHistory history, CascadeForecaster forecaster) {
    this.history = history;
    this.forecaster = forecaster;
    this.past = new PastForecasts(forecaster);
  }

  @Override
  public ForecastAccuracy accuracy(Instant now) {
    return past.accuracy(history, now);
  }

  @Override
  public List<StorySummary> running(MentionFilter filter, Instant now, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit: " + limit + "; give 1 to " + MOST);
    }
    Instant given = filter.to();
    Instant end = given == null || given.isAfter(now) ? now.plusMillis(1) : given;
    MentionFilter whole = filter.withPeriod(filter.from(), end);
    return history.atOneMoment(then -> running(then, whole, end, limit));
  }

  private static List<StorySummary> running(
      MentionHistory then, MentionFilter whole, Instant end, int limit) {
    Map<String, Long> recent = counts(then, since(whole, end.minus(RECENT), end), 5 * limit);
    Set<String> candidates = new LinkedHashSet<>(recent.keySet());
    candidates.addAll(counts(then, whole, limit).keySet());
    List<StorySummary> stories = new ArrayList<>();
    for (String id : candidates) {
      summary(then, whole.withStories(Set.of(id)), id, recent.getOrDefault(id, 0L), end)
          .ifPresent(stories::add);
    }
    stories.sort(
        Comparator.comparingDouble(StorySummary::speedPerHour)
            .thenComparingLong(StorySummary::mentions)
            .reversed()
            .thenComparing(StorySummary::id));
    return List.copyOf(stories.subList(0, Math.min(limit, stories.size())));
  }

  private static MentionFilter since(MentionFilter filter, Instant start, Instant end) {
    Instant from = filter.from();
    return filter.withPeriod(from != null && from.isAfter(start) ? from : start, end);
  }

  /** How many mentions each of the largest stories has. */
  private static Map<String, Long> counts(MentionHistory then, MentionFilter filter, int limit) {
    Map<String, Long> counts = new HashMap<>();
    Instant from = filter.from();
    Instant to = filter.to();
    if (from != null && to != null && !from.isBefore(to)) {
      return counts;
    }
    for (ValueCount each : then.top(filter, Dimension.STORY, limit)) {
      // One remark that nobody took up is no story.
      if (each.count() > 1) {
        counts.put(each.value(), each.count());
      }
    }
    return counts;
  }

  private static Optional<StorySummary> summary(
      MentionHistory then, MentionFilter story, String id, long recent, Instant end) {
    long mentions = then.count(story);
    Optional<AnalysedMention> first = then.find(id);
    if (first.isEmpty()) {
      first = then.search(story, MentionOrder.OLDEST, 1, null).mentions().stream().findFirst();
    }
    if (mentions < 2 || first.isEmpty()) {
      return Optional.empty();
    }
    Instant begun = end.minus(RECENT);
    MentionFilter earlier = since(story, begun.minus(RECENT), begun);
    Instant from = earlier.from();
    long before = from == null || !from.isBefore(begun) ? 0 : then.count(earlier);
    double hours = RECENT.toSeconds() / 3_600.0;
    Map<String, Long> tones = new HashMap<>();
    then.top(story, Dimension.TONE, 4).forEach(t -> tones.put(t.value(), t.count()));
    return Optional.of(
        new StorySummary(
            id,
            first.get(),
            mentions,
            then.countDistinct(story, Dimension.COPIES),
            then.countDistinct(story, Dimension.SOURCE),
            recent,
            before,
            RECENT.toSeconds(),
            recent / hours,
            (recent - before) / hours,
            tones,
            end));
  }

  @Override
  public Optional<StoryReport> story(String id, Instant now) {
    MentionFilter filter =
        MentionFilter.ALL.withStories(Set.of(id)).withPeriod(null, now.plusMillis(1));
    StoryFile file = new StoryFile(id);
    history.forEach(filter, file::add);
    Calibration calibration = Calibration.without(id, past.by(history, now));
    return file.report(now, forecaster, calibration);
  }

  @Override
  public Optional<RumourReport> rumour(Rumour rumour, Instant now) {
    return history.atOneMoment(then -> rumour(then, rumour, now));
  }

  private static Optional<RumourReport> rumour(MentionHistory then, Rumour rumour, Instant now) {
    Rumour.OurVersion ours = rumour.ours();
    String mention = ours == null ? null : ours.mention();
    AnalysedMention said = mention == null ? null : then.find(mention).orElse(null);
    RumourQueries queries = RumourQueries.of(rumour, said);
    RumourFile file = new RumourFile(rumour);
    MentionFilter sofar = MentionFilter.ALL.withPeriod(null, now.plusMillis(1));
    then.forEach(sofar.withQuery(queries.rumour()), file::addRumour);
    if (queries.correction() != null) {
      then.forEach(sofar.withQuery(queries.correction()), file::addCorrection);
    }
    return file.report(queries.rumour(), queries.correction(), now);
  }
}
