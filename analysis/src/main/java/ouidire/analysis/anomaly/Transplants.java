package ouidire.analysis.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import ouidire.analysis.anomaly.NabScore.Window;

/**
 * Series that nobody has seen, made of those that are there: the unmarked days of one brand in a
 * new order, weekends where weekends were, and in them the marked events of the others, each as far
 * above its own brand's usual day as it was there. They are harder than what was marked by hand,
 * since an event of one brand may drown in the unrest of another.
 */
final class Transplants {
  private static final int DAY = AnomalyDetector.STEPS_PER_DAY;
  private static final int WEEKEND = 5;

  /** The windows of a series together cover this share of it, as those of the benchmark do. */
  private static final double COVERED = 0.1;

  /** An event that is less than so many usual steps of mentions is none to transplant. */
  private static final double LEAST_EVENT = 60;

  private final Random random;

  Transplants(long seed) {
    random = new Random(seed);
  }

  /** What came on top in a window: whatever was above twice the usual. */
  private record Event(String from, double level, double[] excess) {}

  /** Some new series on the days of each. */
  List<Labelled> of(List<Labelled> all, int each) {
    List<Event> events = all.stream().flatMap(series -> events(series).stream()).toList();
    List<Labelled> made = new ArrayList<>();
    for (Labelled series : all) {
      List<Event> others = events.stream().filter(e -> !e.from().equals(series.name())).toList();
      for (int k = 0; k < each && !others.isEmpty(); k++) {
        made.add(made(series, others));
      }
    }
    return made;
  }

  private Labelled made(Labelled series, List<Event> events) {
    double[] counts = shuffled(series);
    List<Window> windows = windows(counts.length, 2 + random.nextInt(3));
    double level = mean(usual(series));
    for (Window window : windows) {
      Event event = events.get(random.nextInt(events.size()));
      // Between by number and in proportion: nobody knows what a larger brand would have got.
      double scale = Math.pow(level / event.level(), 0.5 + 0.5 * random.nextDouble());
      int from = (window.first() + window.last() + 1 - event.excess().length) / 2;
      for (int i = 0; i < event.excess().length; i++) {
        if (from + i >= 0 && from + i < counts.length) {
          counts[from + i] += Math.floor(event.excess()[i] * scale + random.nextDouble());
        }
      }
    }
    int[] hours = Arrays.copyOf(series.hours(), counts.length);
    return new Labelled(series.name(), hours, counts, windows);
  }

  private double[] shuffled(Labelled series) {
    int days = series.counts().length / DAY;
    List<Integer> work = new ArrayList<>();
    List<Integer> weekend = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      int first = day * DAY;
      if (series.windows().stream().allMatch(w -> w.last() < first || w.first() >= first + DAY)) {
        (isWeekend(series, day) ? weekend : work).add(day);
      }
    }
    double[] counts = new double[days * DAY];
    for (int day = 0; day < days; day++) {
      List<Integer> alike = isWeekend(series, day) && !weekend.isEmpty() ? weekend : work;
      int taken = alike.isEmpty() ? day : alike.get(random.nextInt(alike.size()));
      System.arraycopy(series.counts(), taken * DAY, counts, day * DAY, DAY);
    }
    return counts;
  }

  private static boolean isWeekend(Labelled series, int day) {
    return series.hours()[day * DAY + DAY / 2] / 24 >= WEEKEND;
  }

  private List<Window> windows(int rows, int many) {
    int length = (int) (COVERED * rows / many);
    int earliest = AnomalyDetector.WARM_UP;
    int room = rows - length - earliest;
    List<Window> windows = new ArrayList<>();
    for (int tries = 0; windows.size() < many && tries < 1_000 && room > 0; tries++) {
      int first = earliest + random.nextInt(room);
      if (windows.stream().allMatch(w -> Math.abs(w.first() - first) > length + DAY)) {
        windows.add(new Window(first, first + length - 1));
      }
    }
    windows.sort(Comparator.comparingInt(Window::first));
    return windows;
  }

  private static List<Event> events(Labelled series) {
    double[] usual = usual(series);
    double level = mean(usual);
    List<Event> events = new ArrayList<>();
    for (Window window : series.windows()) {
      double[] excess = new double[window.last() - window.first() + 1];
      for (int i = 0; i < excess.length; i++) {
        int row = window.first() + i;
        excess[i] = Math.max(0, series.counts()[row] - 2 * usual[row % DAY]);
      }
      if (Arrays.stream(excess).sum() > LEAST_EVENT * level) {
        events.add(new Event(series.name(), level, excess));
      }
    }
    return events;
  }

  /** The mean day, an hour smoothed, with peaks cut off. */
  private static double[] usual(Labelled series) {
    double[] sorted = series.counts().clone();
    Arrays.sort(sorted);
    double most = 4 * sorted[sorted.length / 2] + 3;
    double[] sum = new double[DAY];
    double[] rows = new double[DAY];
    for (int i = 0; i < series.counts().length; i++) {
      for (int near = -6; near <= 6; near++) {
        int slot = Math.floorMod(i + near, DAY);
        sum[slot] += Math.min(series.counts()[i], most);
        rows[slot]++;
      }
    }
    for (int slot = 0; slot < DAY; slot++) {
      sum[slot] = rows[slot] == 0 ? 0 : sum[slot] / rows[slot];
    }
    return sum;
  }

  private static double mean(double[] values) {
    return Math.max(0.001, Arrays.stream(values).average().orElse(0));
  }
}
