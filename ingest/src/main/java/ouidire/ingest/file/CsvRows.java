package ouidire.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells between separators (RFC 4180, read forgivingly). A cell in quotes may span lines; a
 * quote within it that neither is doubled nor ends it is a letter. A quote that opens a cell and is
 * never closed would swallow the rows behind it: when the text ends, {@link ByteWindow#MAX_ROW} is
 * reached, or a later line opens a cell in quotes inside of it, the row is read again as one line
 * in which that quote is a letter, and reading goes on with the next line.
 *
 * <p>Own code, since three things are needed together that we found in no library: that recovery,
 * the bytes of a row as they stand (to keep a refused one), and the offset behind each row (to go
 * on there).
 */
final class CsvRows implements Rows {
  private static final int NEEDS_MORE = -1;
  private static final int UNCLOSED = -2;

  private final ByteWindow window;
  private final byte separator;
  private final boolean backslash;
  private final Row row = new Row();
  private long line;

  /** A quote was found doubled, or behind a backslash, in the cell being read. */
  private boolean escaped;

  /**
   * @param text bytes that ASCII delimits
   * @param dialect how its cells are written
   * @param offset of the text's first byte
   * @param line lines before it
   */
  CsvRows(InputStream text, CsvDialect dialect, long offset, long line) {
    this.window = new ByteWindow(text, offset);
    this.separator = dialect.separator();
    this.backslash = dialect.backslash();
    this.line = line;
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (true) {
      if (window.from() == window.to()) {
        window.fill();
        if (window.from() == window.to()) {
          return null;
        }
      }
      row.line = line + 1;
      int end = cut();
      if (end < 0) {
        Lines.refuse(window, row);
        line++;
        return row;
      }
      line += newlines(window.bytes(), window.from(), end) + 1;
      row.bytes = window.bytes();
      row.from = window.from();
      row.to = end;
      window.take(Math.min(end + 1, window.to()));
      if (Lines.trim(row) && !blank()) {
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

  /** Cuts the window's first row into cells; the index of its end, negative when too long. */
  private int cut() throws IOException {
    while (true) {
      int end = parse(true);
      if (end == UNCLOSED || end == NEEDS_MORE && window.full()) {
        end = parse(false);
        row.unclosed = true;
      }
      if (end != NEEDS_MORE || window.full()) {
        return end;
      }
      window.fill();
    }
  }

  private int parse(boolean acrossLines) {
    row.clear();
    byte[] bytes = window.bytes();
    int to = window.to();
    int i = window.from();
    while (true) {
      int start = i;
      int quote = i;
      while (quote < to && bytes[quote] == ' ') {
        quote++;
      }
      int close = quote < to && bytes[quote] == '"' ? closing(quote + 1, acrossLines) : UNCLOSED;
      if (close == NEEDS_MORE) {
        return NEEDS_MORE;
      }
      if (close >= 0) {
        byte escape = !escaped ? Row.QUOTED : backslash ? Row.BACKSLASHED : Row.DOUBLED;
        row.addCell(quote + 1, close, escape);
        i = close + 1;
      } else if (acrossLines && quote < to && bytes[quote] == '"') {
        return UNCLOSED;
      }
      while (i < to && bytes[i] != separator && bytes[i] != '\n') {
        i++;
      }
      if (i == to && !window.ended()) {
        return NEEDS_MORE;
      }
      if (close < 0) {
        row.addCell(start, i, Row.BARE);
      }
      if (i == to || bytes[i] == '\n') {
        return i;
      }
      i++;
    }
  }

  /** Index of the quote that closes the cell whose content begins at {@code from}. */
  private int closing(int from, boolean acrossLines) {
    byte[] bytes = window.bytes();
    int to = window.to();
    boolean crossed = false;
    escaped = false;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        if (!acrossLines) {
          return UNCLOSED;
        }
        crossed = true;
      } else if (b == '\\' && backslash) {
        escaped = true;
        i++;
      } else if (b == '"') {
        if (i + 1 == to) {
          return window.ended() ? i : NEEDS_MORE;
        }
        if (bytes[i + 1] == '"' && !backslash) {
          escaped = true;
          i++;
          continue;
        }
        int behind = i + 1;
        while (behind < to && bytes[behind] == ' ') {
          behind++;
        }
        if (behind == to && !window.ended()) {
          return NEEDS_MORE;
        }
        if (behind == to || endsCell(bytes[behind])) {
          return i;
        }
        if (crossed && opensCell(bytes[i - 1])) {
          return UNCLOSED;
        }
      }
    }
    return window.ended() ? UNCLOSED : NEEDS_MORE;
  }

  private boolean endsCell(byte b) {
    return b == separator || b == '\n' || b == '\r';
  }

  private boolean opensCell(byte before) {
    return before == separator || before == '\n';
  }

  private boolean blank() {
    for (int cell = 0; cell < row.cells(); cell++) {
      if (!row.blank(cell)) {
        return false;
      }
    }
    return true;
  }

  private static int newlines(byte[] bytes, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      n += bytes[i] == '\n' ? 1 : 0;
    }
    return n;
  }
}
