package ouidire.ingest.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a text, one after the other; blank lines are passed over. */
interface Rows {
  /** The next row, the same object each time; null at the end. */
  @Nullable Row next() throws IOException;

  /** Offset in the text behind the last row read: where to go on. */
  long offset();

  /** Lines before {@link #offset}. */
  long line();
}
