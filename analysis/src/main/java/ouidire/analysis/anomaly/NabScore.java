package ouidire.analysis.anomaly;

import java.util.ArrayList;
import java.util.List;

/**
 * The score of the Numenta Anomaly Benchmark (Lavin and Ahmad, "Evaluating Real-time Anomaly
 * Detection Algorithms", 2015; version 1.1): the first detection inside a labelled window earns
 * most when it comes early, each one outside costs, more the farther it is behind the last window,
 * and a window missed costs. 100 is perfect, 0 is a detector that says nothing.
 */
final class NabScore {
  /** The first rows of a series do not count: a detector learns there. */
  private static final double PROBATION_SHARE = 0.15;

  private static final double PROBATION_ROWS = PROBATION_SHARE * 5_000;

  /** What a detection found, a false one and a window missed weigh. */
  enum Profile {
    STANDARD("standard", 0.11, 1),
    LOW_FALSE_POSITIVES("reward_low_FP_rate", 0.22, 1),
    LOW_FALSE_NEGATIVES("reward_low_FN_rate", 0.11, 2);

    final String key;
    final double falsePositive;
    final double missed;

    Profile(String key, double falsePositive, double missed) {
      this.key = key;
      this.falsePositive = falsePositive;
      this.missed = missed;
    }
  }

  /** A labelled window, first and last row, both inside. */
  record Window(int first, int last) {
    boolean holds(int row) {
      return first <= row && row <= last;
    }
  }

  /**
   * The sums over one series, to be added over several.
   *
   * @param raw what the detections earned, less what was missed
   * @param windows windows that count
   * @param found windows with a detection
   * @param falseRows detections outside windows
   */
  record Sums(double raw, int windows, int found, int falseRows) {
    static final Sums NONE = new Sums(0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          raw + other.raw,
          windows + other.windows,
          found + other.found,
          falseRows + other.falseRows);
    }

    /** From 100 (perfect) over 0 (silent) to negative ones. */
    double scaled(Profile profile) {
      double silent = -profile.missed * windows;
      return 100 * (raw - silent) / (windows - silent);
    }
  }

  private NabScore() {}

  /**
   * @param rows how many rows the series has
   * @param windows in order, not overlapping
   * @param detections rows that were paged, in order
   */
  static Sums of(Profile profile, int rows, List<Window> windows, List<Integer> detections) {
    double probation = Math.min(Math.floor(PROBATION_SHARE * rows), PROBATION_ROWS);
    List<Window> counted = windows.stream().filter(w -> w.last() >= probation).toList();
    double[] best = new double[counted.size()];
    boolean[] found = new boolean[counted.size()];
    double lost = 0;
    int falseRows = 0;
    for (int row : detections) {
      if (row < probation) {
        continue;
      }
      int inside = holding(counted, row);
      if (inside < 0) {
        falseRows++;
        lost += cost(profile, windows, row);
      } else {
        double gain = gain(counted.get(inside), row);
        best[inside] = found[inside] ? Math.max(best[inside], gain) : gain;
        found[inside] = true;
      }
    }
    double raw = -lost;
    int hits = 0;
    for (int i = 0; i < best.length; i++) {
      raw += found[i] ? best[i] : -profile.missed;
      hits += found[i] ? 1 : 0;
    }
    return new Sums(raw, counted.size(), hits, falseRows);
  }

  private static int holding(List<Window> windows, int row) {
    for (int i = 0; i < windows.size(); i++) {
      if (windows.get(i).holds(row)) {
        return i;
      }
    }
    return -1;
  }

  private static double gain(Window window, int row) {
    double place = -(window.last() - row + 1) / (window.last() - window.first() + 1.0);
    return sigmoid(place) / sigmoid(-1);
  }

  private static double cost(Profile profile, List<Window> windows, int row) {
    List<Window> before = new ArrayList<>();
    for (Window window : windows) {
      if (window.last() < row) {
        before.add(window);
      }
    }
    if (before.isEmpty()) {
      return profile.falsePositive;
    }
    Window last = before.getLast();
    return -profile.falsePositive
        * sigmoid((row - last.last()) / (double) (last.last() - last.first()));
  }

  private static double sigmoid(double y) {
    return y > 3 ? -1 : 2 / (1 + Math.exp(5 * y)) - 1;
  }
}
