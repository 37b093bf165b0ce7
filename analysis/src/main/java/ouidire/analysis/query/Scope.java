package ouidire.analysis.query;

/** Which parts of a mention a place is looked for in; it never reaches from one into the other. */
public enum Scope {
  TITLE,
  TEXT,
  /** Title or text. */
  BOTH
}
