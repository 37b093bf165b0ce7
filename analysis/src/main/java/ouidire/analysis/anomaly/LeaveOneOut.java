package ouidire.analysis.anomaly;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ouidire.analysis.anomaly.AnomalyDetector.Tuning;
import ouidire.analysis.anomaly.NabScore.Profile;
import ouidire.analysis.anomaly.NabScore.Sums;
import ouidire.analysis.anomaly.NabScore.Window;

/**
 * How much of the detector's figures is owed to having tuned it on the same series: for each series
 * the tuning is chosen on the others, by the sum of the standard and the low-false-positive score,
 * and measured on the one left out. {@code ouidire eval anomalies DIR --windows FILE
 * --leave-one-out}.
 */
public final class LeaveOneOut {
  private static final double[] LIMITS = {2.7, 2.9, 3.1, 3.3, 3.5};
  private static final int[] SPANS = {36, 48, 60, 72, 84};

  private LeaveOneOut() {}

  /** What one tuning earns on one series. */
  private record Earned(Sums standard, Sums lowFalsePositives) {
    static final Earned NONE = new Earned(Sums.NONE, Sums.NONE);

    Earned plus(Earned other) {
      return new Earned(
          standard.plus(other.standard), lowFalsePositives.plus(other.lowFalsePositives));
    }

    double score() {
      return standard.scaled(Profile.STANDARD)
          + lowFalsePositives.scaled(Profile.LOW_FALSE_POSITIVES);
    }
  }

  /**
   * @return the scores as shipped, those with every tuning chosen without the series it is measured
   *     on, the worst and the best of all tunings tried, and each series' own
   * @throws IllegalArgumentException naming file, line, what was found and what was expected; or
   *     when there are fewer than two series
   */
  public static ObjectNode run(Path folder, Path windows) throws IOException {
    List<CountSeries> all = AnomalyEvaluation.read(folder);
    if (all.size() < 2) {
      throw new IllegalArgumentException(
          folder + " holds one series; give two or more to leave one out");
    }
    List<List<Window>> labels = AnomalyEvaluation.labels(windows, all);
    Map<Tuning, List<Earned>> earned = new LinkedHashMap<>();
    for (double limit : LIMITS) {
      for (int span : SPANS) {
        Tuning tuning = new Tuning(limit, span);
        List<Earned> each = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
          each.add(earned(tuning, all.get(i), labels.get(i)));
        }
        earned.put(tuning, each);
      }
    }
    return report(all, earned);
  }

  private static ObjectNode report(List<CountSeries> all, Map<Tuning, List<Earned>> earned) {
    ObjectNode result = new ObjectMapper().createObjectNode();
    List<Earned> shipped = Objects.requireNonNull(earned.get(Tuning.SHIPPED));
    put(result.putObject("shipped"), Tuning.SHIPPED, without(shipped, -1));
    Earned held = Earned.NONE;
    ObjectNode series = result.putObject("left_out");
    for (int out = 0; out < all.size(); out++) {
      int left = out;
      Tuning chosen = best(earned, left);
      Earned own = Objects.requireNonNull(earned.get(chosen)).get(left);
      held = held.plus(own);
      ObjectNode json = series.putObject(all.get(left).name());
      put(json, chosen, own);
      put(json.putObject("as_shipped"), Tuning.SHIPPED, shipped.get(left));
    }
    ObjectNode together = result.putObject("all_left_out");
    together.put("standard", rounded(held.standard().scaled(Profile.STANDARD)));
    together.put(
        "reward_low_FP_rate",
        rounded(held.lowFalsePositives().scaled(Profile.LOW_FALSE_POSITIVES)));
    Tuning worst = Tuning.SHIPPED;
    for (Map.Entry<Tuning, List<Earned>> each : earned.entrySet()) {
      List<Earned> least = Objects.requireNonNull(earned.get(worst));
      if (without(each.getValue(), -1).score() < without(least, -1).score()) {
        worst = each.getKey();
      }
    }
    put(
        result.putObject("worst_tuning"),
        worst,
        without(Objects.requireNonNull(earned.get(worst)), -1));
    Tuning best = best(earned, -1);
    put(
        result.putObject("best_tuning"),
        best,
        without(Objects.requireNonNull(earned.get(best)), -1));
    return result;
  }

  private static Tuning best(Map<Tuning, List<Earned>> earned, int left) {
    Tuning best = Tuning.SHIPPED;
    double most = without(Objects.requireNonNull(earned.get(best)), left).score();
    for (Map.Entry<Tuning, List<Earned>> each : earned.entrySet()) {
      double score = without(each.getValue(), left).score();
      if (score > most) {
        best = each.getKey();
        most = score;
      }
    }
    return best;
  }

  private static Earned without(List<Earned> all, int left) {
    Earned sum = Earned.NONE;
    for (int i = 0; i < all.size(); i++) {
      sum = i == left ? sum : sum.plus(all.get(i));
    }
    return sum;
  }

  private static Earned earned(Tuning tuning, CountSeries series, List<Window> labels) {
    AnomalyDetector detector = new AnomalyDetector(tuning);
    List<Integer> pages = new ArrayList<>();
    for (int i = 0; i < series.rows(); i++) {
      if (detector.step(series.hours()[i], series.counts()[i]).page()) {
        pages.add(i);
      }
    }
    return new Earned(
        NabScore.of(Profile.STANDARD, series.rows(), labels, pages),
        NabScore.of(Profile.LOW_FALSE_POSITIVES, series.rows(), labels, pages));
  }

  private static void put(ObjectNode json, Tuning tuning, Earned earned) {
    json.put("limit", tuning.limit()).put("span", tuning.span());
    json.put("standard", rounded(earned.standard().scaled(Profile.STANDARD)));
    json.put(
        "reward_low_FP_rate",
        rounded(earned.lowFalsePositives().scaled(Profile.LOW_FALSE_POSITIVES)));
    json.put("windows", earned.standard().windows());
    json.put("windows_found", earned.standard().found());
    json.put("false_positive_rows", earned.standard().falseRows());
  }

  private static double rounded(double value) {
    return Math.round(100 * value) / 100.0;
  }
}
