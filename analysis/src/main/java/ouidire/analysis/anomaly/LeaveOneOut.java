package ouidire.analysis.anomaly;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import ouidire.analysis.anomaly.AnomalyDetector.Tuning;
import ouidire.analysis.anomaly.Labelled.Earned;
import ouidire.analysis.anomaly.NabScore.Profile;
import ouidire.analysis.anomaly.NabScore.Window;

/**
 * How much of the detector's figures is owed to having tuned it on the same series: for each series
 * the tuning is chosen on the others and measured on the one left out. {@code ouidire eval
 * anomalies DIR --windows FILE --leave-one-out}.
 *
 * <p>On a dozen windows the best single tuning is best by chance and often stands at a cliff. So a
 * tuning is judged together with its neighbours, on the others as they are and as much on {@link
 * Transplants} of theirs, whose events are of all sizes; by the sum of the standard and the
 * low-false-positive score. What the single best on the others would have earned is told as well.
 */
public final class LeaveOneOut {
  private static final double[] LIMITS = {2.1, 2.3, 2.5, 2.7, 2.9, 3.1, 3.3, 3.5, 3.7};
  private static final int[] SPANS = {42, 54, 66, 78, 90};

  private static final double[] THINNED = {0.3, 0.6, 0.85};
  private static final int[] LATER = {96, 288, 864};
  private static final int SEEDS = 5;

  /** New series for each that is there: to choose by, and to measure what is shipped. */
  private static final int TO_CHOOSE = 8;

  private static final int TO_MEASURE = 25;

  private final List<Labelled> all;
  private final Grid real;

  private LeaveOneOut(List<Labelled> all) {
    this.all = all;
    this.real = new Grid(all);
  }

  /**
   * @return the scores as shipped, those with every tuning chosen without the series it is measured
   *     on, each series' own, and those as shipped on series that are perturbed
   * @throws IllegalArgumentException naming file, line, what was found and what was expected; or
   *     when there are fewer than two series
   */
  public static ObjectNode run(Path folder, Path windows) throws IOException {
    List<CountSeries> counts = AnomalyEvaluation.read(folder);
    if (counts.size() < 2) {
      throw new IllegalArgumentException(
          folder + " holds one series; give two or more to leave one out");
    }
    List<List<Window>> labels = AnomalyEvaluation.labels(windows, counts);
    List<Labelled> all = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      all.add(Labelled.of(counts.get(i), labels.get(i)));
    }
    return new LeaveOneOut(all).report();
  }

  private ObjectNode report() {
    ObjectNode result = new ObjectMapper().createObjectNode();
    put(result.putObject("shipped"), Tuning.SHIPPED, total(all));
    Earned held = Earned.NONE;
    Earned peak = Earned.NONE;
    ObjectNode series = result.putObject("left_out");
    for (int out = 0; out < all.size(); out++) {
      int left = out;
      Grid made = new Grid(new Transplants(out).of(others(left), TO_CHOOSE));
      Place chosen = best(place -> plateau(place, p -> real.score(p, left) + made.score(p, -1)));
      held = held.plus(real.at(chosen)[left]);
      peak = peak.plus(real.at(best(place -> real.score(place, left)))[left]);
      ObjectNode json = series.putObject(all.get(left).name());
      put(json, chosen.tuning(), real.at(chosen)[left]);
      put(json.putObject("as_shipped"), Tuning.SHIPPED, all.get(left).earned(Tuning.SHIPPED));
    }
    put(result.putObject("all_left_out"), held);
    put(result.putObject("all_left_out_chosen_at_the_peak"), peak);
    Place worst = best(place -> -real.score(place, -1));
    put(result.putObject("worst_tuning"), worst.tuning(), real.without(worst, -1));
    Place best = best(place -> real.score(place, -1));
    put(result.putObject("best_tuning"), best.tuning(), real.without(best, -1));
    perturbed(result.putObject("shipped_on_perturbed_series"));
    return result;
  }

  private void perturbed(ObjectNode json) {
    for (double kept : THINNED) {
      List<Labelled> thinned = new ArrayList<>();
      for (int seed = 0; seed < SEEDS; seed++) {
        for (Labelled series : all) {
          thinned.add(Perturbation.thinned(series, kept, seed));
        }
      }
      put(json.putObject("thinned_to_" + Math.round(100 * kept) + "_percent"), total(thinned));
    }
    for (int rows : LATER) {
      List<Labelled> later =
          all.stream()
              .filter(series -> series.counts().length > 2 * rows)
              .map(series -> Perturbation.begunLater(series, rows))
              .toList();
      put(json.putObject("begun_" + rows + "_rows_later"), total(later));
    }
    put(json.putObject("transplanted"), total(new Transplants(all.size()).of(all, TO_MEASURE)));
  }

  private static Earned total(List<Labelled> all) {
    return all.parallelStream()
        .map(series -> series.earned(Tuning.SHIPPED))
        .reduce(Earned.NONE, Earned::plus);
  }

  private List<Labelled> others(int left) {
    List<Labelled> others = new ArrayList<>(all);
    others.remove(left);
    return others;
  }

  /** A place in the grid of tunings. */
  private record Place(int limit, int span) {
    Tuning tuning() {
      return new Tuning(LIMITS[limit], SPANS[span]);
    }
  }

  private static List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (int limit = 0; limit < LIMITS.length; limit++) {
      for (int span = 0; span < SPANS.length; span++) {
        places.add(new Place(limit, span));
      }
    }
    return places;
  }

  private static Place best(ToDoubleFunction<Place> score) {
    return places().stream().max(Comparator.comparingDouble(score)).orElseThrow();
  }

  /** The mean of a tuning and of those next to it, itself weighing most. */
  private static double plateau(Place place, ToDoubleFunction<Place> score) {
    double sum = 0;
    for (int l = -1; l <= 1; l++) {
      for (int s = -1; s <= 1; s++) {
        // Beyond the grid its edge goes on.
        int limit = Math.clamp(place.limit() + l, 0, LIMITS.length - 1);
        int span = Math.clamp(place.span() + s, 0, SPANS.length - 1);
        sum += (2 - Math.abs(l)) * (2 - Math.abs(s)) * score.applyAsDouble(new Place(limit, span));
      }
    }
    return sum / 16;
  }

  /** What each tuning earns on each of some series. */
  private static final class Grid {
    private final Map<Place, Earned[]> earned;

    Grid(List<Labelled> series) {
      earned =
          places().parallelStream()
              .collect(
                  Collectors.toConcurrentMap(
                      place -> place,
                      place ->
                          series.stream()
                              .map(each -> each.earned(place.tuning()))
                              .toArray(Earned[]::new)));
    }

    Earned[] at(Place place) {
      return Objects.requireNonNull(earned.get(place));
    }

    /** All series but one; -1 for all. */
    Earned without(Place place, int left) {
      Earned sum = Earned.NONE;
      Earned[] each = at(place);
      for (int i = 0; i < each.length; i++) {
        sum = i == left ? sum : sum.plus(each[i]);
      }
      return sum;
    }

    double score(Place place, int left) {
      return without(place, left).score();
    }
  }

  private static void put(ObjectNode json, Tuning tuning, Earned earned) {
    json.put("limit", tuning.limit()).put("span", tuning.span());
    put(json, earned);
  }

  private static void put(ObjectNode json, Earned earned) {
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
