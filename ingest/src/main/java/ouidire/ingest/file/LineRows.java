package ouidire.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Rows that are lines. */
final class LineRows implements Rows {
  private final ByteWindow window;
  private final Row row = new Row();
  private long line;

  LineRows(InputStream text, long offset, long line) {
    this.window = new ByteWindow(text, offset);
    this.line = line;
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (true) {
      int end = Lines.end(window);
      if (end < 0) {
        return null;
      }
      line++;
      row.line = line;
      if (!Lines.ends(window, end)) {
        Lines.refuse(window, row);
        return row;
      }
      row.clear();
      row.bytes = window.bytes();
      row.from = window.from();
      row.to = end;
      window.take(Math.min(end + 1, window.to()));
      if (Lines.trim(row)) {
        return row;
      }
    }
  }

  @Override
  public long offset() {
    return window.offset();
  }

  @Override
  public long line() {
    return line;
  }
}
