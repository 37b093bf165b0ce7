package ouidire.core.history;

/** The order of a page; ties by id. */
public enum MentionOrder {
  NEWEST,
  OLDEST,
  ENGAGEMENT,
  FOLLOWERS
}
