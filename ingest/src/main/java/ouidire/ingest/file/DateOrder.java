package ouidire.ingest.file;

/** What {@code 02/03/2026} means. */
public enum DateOrder {
  /** Found over the whole column: the first date that can only be read one way decides. */
  AUTO,
  /** Day first: 2 March. */
  DMY,
  /** Month first: 3 February. */
  MDY
}
