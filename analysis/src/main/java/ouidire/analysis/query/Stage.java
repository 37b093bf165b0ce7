package ouidire.analysis.query;

/** When a query is asked. */
public enum Stage {
  /**
   * When the mention arrives: what the source says of it, its language, its words. Decides storage
   * and alerts. A query of this stage needs a positive term.
   */
  COLLECT,
  /** At any time, of all that is known, reactions and tone among it. */
  VIEW
}
