package ouidire.core.mention;

import java.util.List;

/**
 * Where a mention stands among the others: the event that it speaks of, and the text that it
 * repeats. Groups are called by the id of their first mention, so their names never change.
 *
 * @param story id of the first mention of the event; its own when it is the first
 * @param copies id of the first mention with this text; its own when nobody said it so before
 * @param relation how it came into the story
 * @param similarity in [0, 1]: for a copy the share of the shorter text that stands in the other;
 *     for an event how sure we are; 1 for the first
 * @param reasons what decided, weightiest first; empty for the first
 */
public record StoryPlace(
    String story,
    String copies,
    StoryRelation relation,
    double similarity,
    List<StoryReason> reasons) {
  public StoryPlace {
    reasons = List.copyOf(reasons);
  }

  /** The place of a mention that nothing is like. */
  public static StoryPlace first(String id) {
    return new StoryPlace(id, id, StoryRelation.FIRST, 1, List.of());
  }
}
