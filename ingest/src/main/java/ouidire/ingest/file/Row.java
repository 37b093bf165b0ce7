package ouidire.ingest.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * One row as it stands in the file: valid until the next is read. Cells are cut when first asked
 * for as text.
 */
final class Row {
  byte[] bytes = new byte[0];
  int from;
  int to;
  long line;

  /** What is wrong with the row as a whole; null when nothing is. */
  @Nullable Wording fault;

  /** Whether a quote that opens a cell is never closed: it was taken for a letter. */
  boolean unclosed;

  private int cells;
  private int[] ends = new int[64];
  private int[] starts = new int[64];
  private byte[] escapes = new byte[64];

  /** A cell without quotes. */
  static final byte BARE = 0;

  /** A cell in quotes, as it stands. */
  static final byte QUOTED = 1;

  /** A cell in quotes in which a quote is written twice. */
  static final byte DOUBLED = 2;

  /** A cell in quotes in which a backslash goes before a quote. */
  static final byte BACKSLASHED = 3;

  void clear() {
    cells = 0;
    fault = null;
    unclosed = false;
  }

  void addCell(int start, int end, byte escape) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
      escapes = Arrays.copyOf(escapes, 2 * cells);
    }
    starts[cells] = start;
    ends[cells] = end;
    escapes[cells] = escape;
    cells++;
  }

  int cells() {
    return cells;
  }

  /** Where a cell's content begins. */
  int start(int cell) {
    return starts[cell];
  }

  boolean blank(int cell) {
    for (int i = starts[cell]; i < ends[cell]; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** A cell's text, bare ones without the blanks around them; null when bare and empty. */
  @Nullable String cell(int cell, Charset charset) {
    int start = starts[cell];
    int end = ends[cell];
    if (escapes[cell] == BARE) {
      while (start < end && bytes[start] >= 0 && bytes[start] <= ' ') {
        start++;
      }
      while (end > start && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
        end--;
      }
      return start == end ? null : new String(bytes, start, end - start, charset);
    }
    if (escapes[cell] == QUOTED) {
      return new String(bytes, start, end - start, charset);
    }
    byte escape = escapes[cell] == DOUBLED ? (byte) '"' : (byte) '\\';
    byte[] unescaped = new byte[end - start];
    int n = 0;
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      if (b == escape && i + 1 < end && (bytes[i + 1] == '"' || bytes[i + 1] == escape)) {
        i++;
      }
      unescaped[n++] = bytes[i];
    }
    return new String(unescaped, 0, n, charset);
  }

  /** From where a cell begins to the end of the row, as it stands. */
  String rest(int cell, Charset charset) {
    return new String(bytes, starts[cell], to - starts[cell], charset).strip();
  }

  /** The row's own bytes, without the line's end. */
  byte[] raw() {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
