package ouidire.analysis.cascade;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An original post and its reshares, in order of time.
 *
 * @param name what to call it
 * @param seconds since the original, which stands first at 0
 * @param followers of each author
 */
public record Cascade(String name, double[] seconds, double[] followers) {
  private static final String HEADER = "seconds,followers";

  public Cascade {
    if (seconds.length == 0 || seconds.length != followers.length) {
      throw new IllegalArgumentException(
          name + ": has " + seconds.length + " times; give the original post and its reshares");
    }
  }

  /** The original and all its reshares. */
  public int size() {
    return seconds.length;
  }

  /** How many stand there at a time, the original included. */
  public int countAt(double second) {
    int low = 0;
    int high = seconds.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seconds[middle] <= second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** What could be seen of it at a time: nothing later. */
  Cascade until(double second) {
    int seen = Math.max(1, countAt(second));
    return new Cascade(name, Arrays.copyOf(seconds, seen), Arrays.copyOf(followers, seen));
  }

  /**
   * Reads a CSV with the header {@code seconds,followers}.
   *
   * @throws IllegalArgumentException naming file, line, what was found and what was expected
   */
  public static Cascade read(Path file) throws IOException {
    double[] seconds = new double[1024];
    double[] followers = new double[1024];
    int rows = 0;
    String name = file.getFileName().toString();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String header = in.readLine();
      if (header == null || !header.strip().equals(HEADER)) {
        throw bad(name, 1, header, "the header " + HEADER);
      }
      int number = 1;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        int comma = line.indexOf(',');
        if (comma < 0) {
          throw bad(name, number, line, "two numbers and a comma");
        }
        if (rows == seconds.length) {
          seconds = Arrays.copyOf(seconds, rows * 2);
          followers = Arrays.copyOf(followers, rows * 2);
        }
        seconds[rows] = number(name, number, line.substring(0, comma));
        followers[rows] = number(name, number, line.substring(comma + 1));
        if (rows == 0 ? seconds[0] != 0 : seconds[rows] < seconds[rows - 1]) {
          throw bad(name, number, line, "0 for the original, then times that never go back");
        }
        rows++;
      }
    }
    return new Cascade(name, Arrays.copyOf(seconds, rows), Arrays.copyOf(followers, rows));
  }

  private static double number(String name, int line, String text) {
    try {
      double value = Double.parseDouble(text.strip());
      if (value >= 0 && value < 1e15) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, with the line
    }
    throw bad(name, line, text, "a number from 0");
  }

  private static IllegalArgumentException bad(
      String name, int line, @Nullable String found, String expected) {
    return new IllegalArgumentException(
        name + ", line " + line + ": found \"" + found + "\"; expected " + expected);
  }
}
