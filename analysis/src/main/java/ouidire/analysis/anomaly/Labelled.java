package ouidire.analysis.anomaly;

import java.util.ArrayList;
import java.util.List;
import ouidire.analysis.anomaly.AnomalyDetector.Tuning;
import ouidire.analysis.anomaly.NabScore.Profile;
import ouidire.analysis.anomaly.NabScore.Sums;
import ouidire.analysis.anomaly.NabScore.Window;

/**
 * A series and what people marked in it.
 *
 * @param name of the file that it comes from
 * @param hours hour of the week of each row, from Monday's first
 * @param counts mentions in each row
 * @param windows labelled windows, in order
 */
record Labelled(String name, int[] hours, double[] counts, List<Window> windows) {
  static Labelled of(CountSeries series, List<Window> windows) {
    return new Labelled(series.name(), series.hours(), series.counts(), windows);
  }

  /** The same with other counts. */
  Labelled with(double[] other) {
    return new Labelled(name, hours, other, windows);
  }

  /** What a detector with this tuning earns on it. */
  Earned earned(Tuning tuning) {
    AnomalyDetector detector = new AnomalyDetector(tuning);
    List<Integer> pages = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (detector.step(hours[i], counts[i]).page()) {
        pages.add(i);
      }
    }
    return new Earned(
        NabScore.of(Profile.STANDARD, counts.length, windows, pages),
        NabScore.of(Profile.LOW_FALSE_POSITIVES, counts.length, windows, pages));
  }

  /** What one tuning earns on one series, or on several. */
  record Earned(Sums standard, Sums lowFalsePositives) {
    static final Earned NONE = new Earned(Sums.NONE, Sums.NONE);

    Earned plus(Earned other) {
      return new Earned(
          standard.plus(other.standard), lowFalsePositives.plus(other.lowFalsePositives));
    }

    /** Both scores together. */
    double score() {
      return standard.scaled(Profile.STANDARD)
          + lowFalsePositives.scaled(Profile.LOW_FALSE_POSITIVES);
    }
  }
}
