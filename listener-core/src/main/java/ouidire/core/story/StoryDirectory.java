package ouidire.core.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ouidire.core.history.MentionFilter;

/** The stories there are. */
public interface StoryDirectory {
  /**
   * Stories that are spoken of, fastest first, ties by id.
   *
   * @param filter which of their mentions count; its period is where they are looked for, and its
   *     end is the moment that speed is told for
   * @param now the end of a period that has none
   * @param limit 1 to 200
   */
  List<StorySummary> running(MentionFilter filter, Instant now, int limit);

  /**
   * All that is known of one story as of a moment; empty when there is no mention of it by then.
   *
   * @param id of its first mention
   */
  Optional<StoryReport> story(String id, Instant now);

  /** How good forecasts were on the stories that had ended by then. */
  ForecastAccuracy accuracy(Instant now);

  /**
   * A rumour against its correction as of a moment; empty when there is no mention of the story by
   * then.
   */
  Optional<RumourReport> rumour(Rumour rumour, Instant now);
}
