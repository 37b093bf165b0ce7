package ouidire.core.mention;

/** What kind of item a mention is. */
public enum MentionType {
  POST,
  COMMENT,
  REPOST,
  ARTICLE,
  VIDEO
}
