package ouidire.analysis.query;

/** A tool whose queries {@link Translation} reads. */
public enum Tool {
  BRANDWATCH,
  TALKWALKER,
  MELTWATER,
  VISIBRAIN,
  X
}
