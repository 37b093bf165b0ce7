package ouidire.analysis.text;

/** What is known of a mention as a number; a mention may lack any but its time. */
public enum Measure {
  LIKES,
  COMMENTS,
  SHARES,
  /** Likes, comments and shares together, 0 where none are known. */
  ENGAGEMENT,
  /** Of the author. */
  FOLLOWERS,
  /** Score of the whole in ten-thousandths; lacking when the tone is unknown. */
  TONE,
  /** Nanoseconds since 1970. */
  PUBLISHED
}
