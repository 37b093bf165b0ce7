package ouidire.core.history;

/**
 * What mentions add up to. Counters are those of when each was collected; what a source does not
 * give counts for nothing.
 *
 * @param reach potential: the followers of each author, the most that is known, once; of mentions
 *     without an author each time
 * @param reachKnown authors whose followers are known
 */
public record Totals(
    long mentions, long likes, long comments, long shares, long reach, long reachKnown) {
  /** Likes, comments and shares together. */
  public long engagement() {
    return likes + comments + shares;
  }
}
