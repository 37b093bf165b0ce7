package ouidire.analysis.cascade;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ouidire.core.story.StoryReport.Forecast;

/**
 * How much wider the intervals must be here than those of the shipped model, by the stories that
 * have ended: split conformal prediction (Vovk, Gammerman and Shafer, "Algorithmic Learning in a
 * Random World", 2005; Lei et al., JASA 113, 2018) with the distance to the end in widths of the
 * interval as its score, drawn towards the shipped width while stories are few: {@code exp(n / (n +
 * 20) * ln q)}, q the 80 % quantile of n stories' mean scores.
 *
 * @param scale factor on the logarithmic widths; 1 is the model as shipped
 */
record Calibration(double scale) {
  static final Calibration NONE = new Calibration(1);

  private static final double SHARE = 0.8;
  private static final double PRIOR = 20;
  private static final double NARROWEST = 0.5;
  private static final double WIDEST = 4;

  /** From all of these but those of one story. */
  static Calibration without(String story, List<PastForecast> past) {
    return of(past.stream().filter(each -> !each.story().equals(story)).toList());
  }

  static Calibration of(List<PastForecast> past) {
    List<PastForecast> honest = past.stream().filter(each -> !each.refused()).toList();
    Set<String> stories = honest.stream().map(PastForecast::story).collect(Collectors.toSet());
    if (stories.isEmpty()) {
      return NONE;
    }
    double[] scores =
        honest.stream()
            .collect(
                Collectors.groupingBy(
                    PastForecast::story, Collectors.averagingDouble(PastForecast::offset)))
            .values()
            .stream()
            .mapToDouble(each -> each)
            .sorted()
            .toArray();
    int n = scores.length;
    int place = (int) Math.ceil(SHARE * (n + 1)) - 1;
    double quantile = Math.clamp(scores[Math.min(place, n - 1)], NARROWEST, WIDEST);
    return new Calibration(Math.exp(n / (n + PRIOR) * Math.log(quantile)));
  }

  /** The forecast with its interval as wide as it must be; never below what is there. */
  Forecast on(Forecast told) {
    Long expected = told.expected();
    Long low = told.low();
    Long high = told.high();
    if (scale == 1 || expected == null || low == null || high == null) {
      return told;
    }
    return new Forecast(
        told.at(),
        told.observed(),
        false,
        expected,
        Math.max(told.observed(), Math.min(expected, stretched(expected, low))),
        Math.max(expected, stretched(expected, high)),
        told.reachExpected());
  }

  private long stretched(long expected, long end) {
    double middle = Math.log(Math.max(1, expected));
    return Math.round(Math.exp(middle + scale * (Math.log(Math.max(1, end)) - middle)));
  }
}
