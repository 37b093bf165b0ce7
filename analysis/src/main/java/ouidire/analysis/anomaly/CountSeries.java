package ouidire.analysis.anomaly;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts per five minutes, as a CSV with a header and the columns {@code timestamp,value}.
 *
 * @param name the file's name
 * @param times as written, {@code yyyy-MM-dd HH:mm:ss}
 * @param hours hour of the week of each row, from Monday's first
 * @param counts mentions in each row
 */
record CountSeries(String name, List<String> times, int[] hours, double[] counts) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String HEADER = "timestamp,value";

  int rows() {
    return counts.length;
  }

  /**
   * @throws IllegalArgumentException naming file, line, what was found and what was expected
   */
  static CountSeries read(Path file) throws IOException {
    List<String> times = new ArrayList<>();
    List<Integer> hours = new ArrayList<>();
    List<Double> counts = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String header = in.readLine();
      if (header == null || !header.strip().equals(HEADER)) {
        throw bad(file, 1, "found \"" + header + "\"", "the header " + HEADER);
      }
      int number = 1;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        int comma = line.indexOf(',');
        if (comma < 0) {
          throw bad(file, number, "found no comma", HEADER);
        }
        String time = line.substring(0, comma);
        try {
          LocalDateTime at = LocalDateTime.parse(time.substring(0, Math.min(19, comma)), TIME);
          hours.add((at.getDayOfWeek().getValue() - 1) * 24 + at.getHour());
          counts.add(Double.parseDouble(line.substring(comma + 1)));
          times.add(time);
        } catch (DateTimeException | NumberFormatException e) {
          throw bad(
              file, number, "found \"" + line + "\"", "a time as 2026-03-01 14:05:00 and a number");
        }
      }
    }
    return new CountSeries(
        file.getFileName().toString(),
        times,
        hours.stream().mapToInt(Integer::intValue).toArray(),
        counts.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static IllegalArgumentException bad(Path file, int line, String found, String expected) {
    return new IllegalArgumentException(
        file.getFileName() + ", line " + line + ": " + found + "; expected " + expected);
  }
}
