package ouidire.analysis.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ouidire.analysis.anomaly.NabScore.Window;

/** Labelled series as they might have been: what a detector owes to chance shows there. */
final class Perturbation {
  private Perturbation() {}

  /** Each mention is kept with a probability: the same brand, spoken of by fewer. */
  static Labelled thinned(Labelled series, double kept, long seed) {
    Random random = new Random(seed);
    double[] counts = new double[series.counts().length];
    for (int i = 0; i < counts.length; i++) {
      for (int k = 0; k < series.counts()[i]; k++) {
        counts[i] += random.nextDouble() < kept ? 1 : 0;
      }
    }
    return series.with(counts);
  }

  /** Watching begins some rows later; windows that began before are gone. */
  static Labelled begunLater(Labelled series, int rows) {
    List<Window> windows = new ArrayList<>();
    for (Window window : series.windows()) {
      if (window.first() >= rows) {
        windows.add(new Window(window.first() - rows, window.last() - rows));
      }
    }
    int all = series.counts().length;
    return new Labelled(
        series.name(),
        Arrays.copyOfRange(series.hours(), rows, all),
        Arrays.copyOfRange(series.counts(), rows, all),
        windows);
  }
}
