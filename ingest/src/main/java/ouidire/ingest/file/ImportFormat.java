package ouidire.ingest.file;

/** How the rows of a file are written. */
public enum ImportFormat {
  /** Found by the file's first bytes. */
  AUTO,
  /** One JSON object a line. */
  JSONL,
  /** Cells between separators, a header first. */
  CSV
}
