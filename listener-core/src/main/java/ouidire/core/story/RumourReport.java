package ouidire.core.story;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rumour against its correction, as of a moment. What carries our version belongs to the
 * correction, all the rest of the story to the rumour; each side is exactly what its query finds.
 *
 * @param story id of the story
 * @param at the moment; nothing published later is looked at
 * @param corrected when our version was given: the time said, else that of its first mention; null
 *     while there is none
 * @param rumour those who spread it or speak of it
 * @param correction those who carry our version
 * @param tonesBefore tones of the rumour's mentions before {@code corrected}; all of them while
 *     that is null
 * @param tonesAfter tones of the rumour's mentions from {@code corrected} on
 * @param pace null while nothing is corrected
 * @param overtaken when as many people could have met our version as the rumour; null when it has
 *     not come to that
 * @param timeline over the life of both, without gaps
 */
public record RumourReport(
    String story,
    Instant at,
    @Nullable Instant corrected,
    Side rumour,
    Side correction,
    Map<String, Long> tonesBefore,
    Map<String, Long> tonesAfter,
    @Nullable Pace pace,
    @Nullable Instant overtaken,
    List<Moment> timeline) {
  public RumourReport {
    tonesBefore = Map.copyOf(tonesBefore);
    tonesAfter = Map.copyOf(tonesAfter);
    timeline = List.copyOf(timeline);
  }

  /**
   * One of the two.
   *
   * @param query finds exactly its mentions; null for a side that has none to look for
   * @param authors distinct ones that are known
   * @param reach potential: the followers of each author once, as told last
   * @param reachKnown authors whose followers the source tells
   * @param engagement likes, comments and shares as they were collected
   */
  public record Side(
      @Nullable String query,
      long mentions,
      long authors,
      long reach,
      long reachKnown,
      long engagement) {}

  /**
   * How fast the rumour went around before and after our version.
   *
   * @param windowSeconds of each of the two windows: as long as both sides of the moment allow, at
   *     most a day
   * @param before mentions an hour in the window before
   * @param after mentions an hour in the window after
   */
  public record Pace(long windowSeconds, double before, double after) {}

  /**
   * Mentions in [start, start of the next), and the reach of authors who had not spoken before on
   * that side: sums over time are the reach so far.
   */
  public record Moment(
      Instant start,
      long rumourMentions,
      long rumourReach,
      long correctionMentions,
      long correctionReach) {}
}
