package ouidire.core.history;

/** What mentions can be counted by. */
public enum Dimension {
  /** Brand id. */
  BRAND,
  /**
   * {@code negative, neutral, positive, unknown}; toward the brand when the filter names exactly
   * one.
   */
  TONE,
  /** {@code kind:name}. */
  SOURCE,
  /** {@code rss, mastodon, ...}. */
  SOURCE_KIND,
  AUTHOR,
  LANGUAGE,
  TYPE,
  HASHTAG,
  /** Outgoing link, whole. */
  LINK,
  /** Host of an outgoing link. */
  DOMAIN,
  /** Kind of remark: {@code question, complaint...}. */
  KIND,
  /** Moderator's flag: {@code threat...}. */
  FLAG,
  /** What of a brand is spoken about: {@code price}, and with its tone {@code price:negative}. */
  ASPECT,
  /** Id of the story; one that is in none counts as its own. */
  STORY,
  /** Id of the group of copies; one that nobody copied counts as its own. */
  COPIES
}
