package ouidire.core.mention;

/** How a mention came into its story. */
public enum StoryRelation {
  /** It began the story: nothing like it was there. */
  FIRST,
  /** The text of an earlier mention, whole or in part, perhaps edited. */
  COPY,
  /** The same event in other words. */
  EVENT
}
