package ouidire.analysis.tone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Labelled texts in columns parted by tabs; a first row that begins with the header is skipped. */
public final class LabelledRows {
  private LabelledRows() {}

  /**
   * Reads rows of exactly these columns.
   *
   * @param header names of the columns, as {@code label, text}
   * @param allowed what the first column may hold; empty for anything
   * @throws InvalidLabelsException when a row is wrong: it names file, line, found and expected
   * @throws IOException when the file cannot be read
   */
  public static List<String[]> read(Path file, List<String> header, Set<String> allowed)
      throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String row = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        String[] columns = row.split("\t", -1);
        boolean isHeader = number == 1 && columns[0].equals(header.getFirst());
        if (row.isBlank() || isHeader) {
          continue;
        }
        check(file, number, columns, header, allowed);
        rows.add(columns);
      }
    }
    if (rows.isEmpty()) {
      throw new InvalidLabelsException(
          file + " has no row; expected " + String.join("<TAB>", header));
    }
    return rows;
  }

  private static void check(
      Path file, int number, String[] columns, List<String> header, Set<String> allowed) {
    if (columns.length != header.size()) {
      throw new InvalidLabelsException(
          file
              + " line "
              + number
              + ": found "
              + columns.length
              + " columns, expected "
              + header.size()
              + ": "
              + String.join("<TAB>", header));
    }
    if (!allowed.isEmpty() && !allowed.contains(columns[0])) {
      throw new InvalidLabelsException(
          file
              + " line "
              + number
              + ": found "
              + header.getFirst()
              + " \""
              + columns[0]
              + "\", expected one of "
              + String.join(", ", allowed.stream().sorted().toList()));
    }
  }
}
