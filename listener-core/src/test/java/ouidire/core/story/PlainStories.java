package ouidire.core.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.ValueCount;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.story.StoryReport.Change;

/** Stories with the numbers that can be counted plainly, and one of everything else. */
public final class PlainStories implements StoryDirectory {
  private final MentionHistory history;

  public PlainStories(MentionHistory history) {
    this.history = history;
  }

  @Override
  public List<StorySummary> running(MentionFilter filter, Instant now, int limit) {
    List<StorySummary> all = new ArrayList<>();
    for (ValueCount story : history.top(filter, Dimension.STORY, limit)) {
      MentionFilter its = filter.withStories(Set.of(story.value()));
      Optional<AnalysedMention> first = history.find(story.value());
      if (story.count() > 1 && first.isPresent()) {
        long texts = history.countDistinct(its, Dimension.COPIES);
        long sources = history.countDistinct(its, Dimension.SOURCE);
        all.add(
            new StorySummary(
                story.value(),
                first.get(),
                story.count(),
                texts,
                sources,
                story.count(),
                0,
                3_600,
                story.count(),
                story.count(),
                Map.of("neutral", story.count()),
                now));
      }
    }
    return all;
  }

  @Override
  public Optional<StoryReport> story(String id, Instant now) {
    MentionFilter its = MentionFilter.ALL.withStories(Set.of(id));
    long mentions = history.count(its);
    if (mentions == 0) {
      return Optional.empty();
    }
    AnalysedMention first = history.find(id).orElseThrow();
    Instant begun = first.mention().publishedAt();
    StoryReport.Forecast forecast =
        new StoryReport.Forecast(now, (int) mentions, false, 40L, 30L, 60L, 400L);
    return Optional.of(
        new StoryReport(
            id,
            first,
            now,
            new StoryReport.Size(mentions, 1, 1, 1, 10, 1),
            new StoryReport.Speed(3_600, mentions, 10, mentions, 60L),
            new StoryReport.Milestones(60L, Map.of(2, 60L), 120L, id),
            new StoryReport.Tree(1, (int) mentions, 1.5, Map.of(RelayOrigin.COPY, 1)),
            Map.of("neutral", mentions),
            List.of(new StoryReport.Moment(begun, mentions, 10)),
            List.of(new StoryReport.SourcePart("rss:un", mentions, begun)),
            List.of(new StoryReport.Amplifier("alice", id, begun, 10L, 1, 20, true)),
            List.of(
                new StoryReport.Variant(
                    id, "alice", begun, 2, id, List.of(new Change(Change.Kind.SAME, "mot")))),
            forecast,
            List.of(forecast),
            List.of(
                new StoryReport.Signal(
                    StoryReport.Signal.Kind.SAME_TEXT, 5, 60, 2, 4, List.of(id))),
            List.of(first),
            List.of()));
  }

  @Override
  public ForecastAccuracy accuracy(Instant now) {
    return new ForecastAccuracy(
        now,
        4,
        1.2,
        List.of(
            new ForecastAccuracy.Age(3_600, 4, 1, 0.25, 0.75, 0.8),
            new ForecastAccuracy.Age(86_400, 0, 0, null, null, null)));
  }

  @Override
  public Optional<RumourReport> rumour(Rumour rumour, Instant now) {
    MentionFilter its = MentionFilter.ALL.withStories(Set.of(rumour.story()));
    long mentions = history.count(its);
    if (mentions == 0) {
      return Optional.empty();
    }
    Instant begun = history.find(rumour.story()).orElseThrow().mention().publishedAt();
    return Optional.of(
        new RumourReport(
            rumour.story(),
            now,
            rumour.ours() == null ? null : begun,
            new RumourReport.Side(
                "story:\"" + rumour.story() + "\"", mentions, mentions, 10 * mentions, mentions, 0),
            new RumourReport.Side(null, 0, 0, 0, 0, 0),
            Map.of("neutral", mentions),
            Map.of(),
            rumour.ours() == null ? null : new RumourReport.Pace(3_600, mentions, 0),
            null,
            List.of(new RumourReport.Moment(begun, mentions, 10 * mentions, 0, 0))));
  }
}
