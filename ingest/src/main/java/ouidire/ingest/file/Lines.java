package ouidire.ingest.file;

import java.io.IOException;
import java.util.Arrays;
import ouidire.core.words.Wording;

/** Ends of lines in a {@link ByteWindow}. */
final class Lines {
  /** How much of a line that is too long is kept. */
  static final int SHOWN = 1 << 16;

  static final Wording TOO_LONG =
      new Wording(
          "est plus longue que "
              + (ByteWindow.MAX_ROW >> 20)
              + " Mio ; seul son début est gardé ici, coupez-la dans le fichier",
          "is longer than "
              + (ByteWindow.MAX_ROW >> 20)
              + " MiB; only its beginning is kept here, split it in the file");

  private Lines() {}

  /**
   * Index of the line feed that ends the window's first line, or of the window's end when there is
   * none within it; -1 when nothing is left.
   */
  static int end(ByteWindow window) throws IOException {
    int scanned = 0;
    while (true) {
      byte[] bytes = window.bytes();
      int i = window.from() + scanned;
      while (i < window.to() && bytes[i] != '\n') {
        i++;
      }
      if (i < window.to() || window.full()) {
        return i;
      }
      if (window.ended()) {
        return i == window.from() ? -1 : i;
      }
      scanned = i - window.from();
      window.fill();
    }
  }

  /** Whether a line really ends at the index that {@link #end} gave. */
  static boolean ends(ByteWindow window, int end) {
    return end < window.to() || window.ended();
  }

  /** Takes everything up to the next line feed, and it. */
  static void skip(ByteWindow window) throws IOException {
    while (true) {
      byte[] bytes = window.bytes();
      int i = window.from();
      while (i < window.to() && bytes[i] != '\n') {
        i++;
      }
      if (i < window.to()) {
        window.take(i + 1);
        return;
      }
      window.take(i);
      if (window.ended()) {
        return;
      }
      window.fill();
    }
  }

  /** Makes a row of the beginning of a line that is too long, and takes the line. */
  static void refuse(ByteWindow window, Row row) throws IOException {
    row.clear();
    row.bytes = Arrays.copyOfRange(window.bytes(), window.from(), window.from() + SHOWN);
    row.from = 0;
    row.to = SHOWN;
    row.fault = TOO_LONG;
    skip(window);
  }

  /** Cuts blanks off both ends of a row; false when nothing remains. */
  static boolean trim(Row row) {
    while (row.from < row.to && blank(row.bytes[row.from])) {
      row.from++;
    }
    while (row.to > row.from && blank(row.bytes[row.to - 1])) {
      row.to--;
    }
    return row.from < row.to;
  }

  private static boolean blank(byte b) {
    return b >= 0 && b <= ' ';
  }
}
