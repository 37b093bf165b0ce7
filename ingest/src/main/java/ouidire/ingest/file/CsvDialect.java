package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a file are written.
 *
 * @param separator between cells: one of {@code , ; | TAB}
 * @param backslash a quote within quotes has a backslash before it rather than being doubled
 */
record CsvDialect(byte separator, boolean backslash) {
  private static final byte[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int ROWS = 300;

  /**
   * The dialect under which most rows of a sample have as many cells as each other, and more than
   * one; a line {@code sep=;} at the top decides.
   */
  static CsvDialect find(byte[] sample) {
    boolean backslash = backslash(sample);
    byte stated = stated(sample);
    CsvDialect best = new CsvDialect(stated == 0 ? (byte) ',' : stated, backslash);
    if (stated != 0) {
      return best;
    }
    double most = 0;
    for (byte separator : SEPARATORS) {
      CsvDialect dialect = new CsvDialect(separator, backslash);
      double fit = dialect.fit(sample);
      if (fit > most) {
        most = fit;
        best = dialect;
      }
    }
    return best;
  }

  /** The separator that a first line {@code sep=X} states; 0 without one. */
  static byte stated(byte[] sample) {
    boolean there =
        sample.length > 4
            && new String(sample, 0, 4, ISO_8859_1).equalsIgnoreCase("sep=")
            && (sample.length == 5 || sample[5] == '\r' || sample[5] == '\n');
    return there ? sample[4] : 0;
  }

  /**
   * Share of the rows that have the commonest number of cells, a little more for more cells and for
   * headers that are known.
   */
  private double fit(byte[] sample) {
    Map<Integer, Integer> rowsByCells = new HashMap<>();
    int rows = 0;
    int known = 0;
    try {
      CsvRows all = new CsvRows(new ByteArrayInputStream(sample), this, 0, 0);
      for (@Nullable Row row = all.next(); row != null && rows < ROWS; row = all.next()) {
        known = rows++ == 0 ? known(row) : known;
        rowsByCells.merge(row.cells(), 1, Integer::sum);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    double best = 0;
    for (Map.Entry<Integer, Integer> same : rowsByCells.entrySet()) {
      int cells = same.getKey();
      if (cells > 1) {
        double share = (double) same.getValue() / rows;
        best =
            Math.max(best, share * (1 + (Math.min(cells, 40) + 10 * Math.min(known, 6)) / 100.0));
      }
    }
    return best;
  }

  /** How many cells of a row are headers that we know. */
  private static int known(Row row) {
    int known = 0;
    for (int i = 0; i < row.cells(); i++) {
      String cell = row.cell(i, ISO_8859_1);
      known += cell != null && MentionColumn.known(ColumnMapping.folded(cell)) ? 1 : 0;
    }
    return known;
  }

  private static boolean backslash(byte[] sample) {
    int backslashes = 0;
    int doubled = 0;
    for (int i = 1; i + 1 < sample.length; i++) {
      if (sample[i] == '"' && letter(sample[i + 1]) && sample[i - 1] == '\\') {
        backslashes++;
      } else if (sample[i] == '"' && sample[i - 1] == '"' && letter(sample[i + 1])) {
        doubled++;
      }
    }
    return backslashes > doubled;
  }

  private static boolean letter(byte b) {
    return b < 0 || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }
}
