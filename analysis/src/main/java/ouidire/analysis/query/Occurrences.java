package ouidire.analysis.query;

/** Where the leaves of a {@link PlaceProgram} stand in one title or text. */
public interface Occurrences {
  /**
   * Positions of a leaf, as {@link ouidire.analysis.text.MentionTokens} counts them.
   *
   * @param leaf index into {@link PlaceProgram#leaves()}
   */
  SpanList of(int leaf);

  /** Whether a leaf stands anywhere. */
  default boolean has(int leaf) {
    return !of(leaf).isEmpty();
  }

  /** Positions where sentences end. */
  SpanList sentenceEnds();
}
