package ouidire.core.mention;

/** What a mention and its story have in common. */
public enum StoryReason {
  /** Their text, by the share that {@link StoryPlace#similarity()} tells. */
  TEXT,
  /** The source says that it relays a mention of the story. */
  REPOST,
  /** The source says that it answers a mention of the story. */
  THREAD,
  /** They point at one address, or one at the other. */
  LINK,
  /** Names of people, places or organisations. */
  NAMES,
  /** Rare hashtags. */
  HASHTAGS,
  /** Words that few others use. */
  WORDS
}
