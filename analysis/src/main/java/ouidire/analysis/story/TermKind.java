package ouidire.analysis.story;

/** What a term of a {@link StorySketch} says of an event. */
enum TermKind {
  WORD(1),
  NUMBER(0.8),
  NAME(1.35),
  PLACE(1.6),
  TAG(1.2),
  LINK(2.2);

  /** How much more than a common word it tells. */
  final float weight;

  TermKind(double weight) {
    this.weight = (float) weight;
  }

  static final TermKind[] ALL = values();
}
