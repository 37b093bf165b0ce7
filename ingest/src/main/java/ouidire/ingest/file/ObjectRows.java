package ouidire.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are JSON objects one behind the other, over as many lines as they like, in a list or
 * not. Of an object that never ends, the first line is a row, and reading goes on with the next.
 */
final class ObjectRows implements Rows {
  private static final int NEEDS_MORE = -1;

  private final ByteWindow window;
  private final Row row = new Row();
  private long line;

  ObjectRows(InputStream text, long offset, long line) {
    this.window = new ByteWindow(text, offset);
    this.line = line;
  }

  @Override
  public @Nullable Row next() throws IOException {
    if (!skipToRow()) {
      return null;
    }
    row.line = line + 1;
    int end = NEEDS_MORE;
    if (window.bytes()[window.from()] == '{') {
      end = objectEnd();
      while (end == NEEDS_MORE && !window.ended() && !window.full()) {
        window.fill();
        end = objectEnd();
      }
    }
    if (end == NEEDS_MORE) {
      end = Lines.end(window);
      if (!Lines.ends(window, end)) {
        Lines.refuse(window, row);
        line++;
        return row;
      }
    }
    row.clear();
    row.bytes = window.bytes();
    row.from = window.from();
    row.to = end;
    take(end);
    return row;
  }

  @Override
  public long offset() {
    return window.offset();
  }

  @Override
  public long line() {
    return line;
  }

  /** Passes over what stands between objects; false at the end. */
  private boolean skipToRow() throws IOException {
    while (true) {
      int i = window.from();
      while (i < window.to() && between(window.bytes()[i])) {
        i++;
      }
      take(i);
      if (i < window.to()) {
        return true;
      }
      if (window.ended()) {
        return false;
      }
      window.fill();
    }
  }

  private void take(int index) {
    for (int i = window.from(); i < index; i++) {
      line += window.bytes()[i] == '\n' ? 1 : 0;
    }
    window.take(index);
  }

  /** Index behind the brace that closes the object at the window's beginning. */
  private int objectEnd() {
    byte[] bytes = window.bytes();
    int depth = 0;
    boolean quoted = false;
    for (int i = window.from(); i < window.to(); i++) {
      byte b = bytes[i];
      if (quoted) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          quoted = false;
        }
      } else if (b == '"') {
        quoted = true;
      } else if (b == '{') {
        depth++;
      } else if (b == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return NEEDS_MORE;
  }

  private static boolean between(byte b) {
    return b >= 0 && b <= ' ' || b == ',' || b == '[' || b == ']';
  }
}
