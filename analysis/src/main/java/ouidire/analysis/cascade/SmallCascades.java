package ouidire.analysis.cascade;

import java.util.Arrays;
import ouidire.analysis.cascade.CascadeForecaster.Forecast;

/**
 * Forecasts for cascades smaller than those that the shipped model was learned from, which all had
 * two thousand reshares and more. Such a one is looked at as if each of its mentions were several,
 * as many as make it a usual one of its age: so the model tells by what factor that pattern of
 * growth goes on, and not that everything small will become large. Since a small one may end at any
 * moment, the interval begins with what is there; and since the model never saw one stand still,
 * what the memory of SEISMIC (Zhao et al., KDD 2015) leaves to come after the second half of its
 * life bounds it above.
 */
final class SmallCascades {
  /** Ages in seconds, and the median count at that age of public cascades of over 2,000. */
  private static final double[] AGES = {300, 3_600, 21_600, 86_400, 604_800};

  private static final double[] USUAL = {420, 1_200, 2_070, 2_630, 3_200};

  /**
   * To come for each mention of the second half: with reactions as t^-1.242, the integral from now
   * on over that from half of now, 1 / (2^0.242 - 1).
   */
  private static final double TAIL = 5.5;

  private SmallCascades() {}

  /** As {@link CascadeForecaster#forecast}, for a cascade of any size. */
  static Forecast forecast(CascadeForecaster forecaster, Cascade seen, double age) {
    Forecast plain = forecaster.forecast(seen, age);
    int each = (int) Math.round(usual(age) / seen.size());
    if (each < 2) {
      return plain;
    }
    Forecast scaled = forecaster.forecast(repeated(seen, each), age);
    int now = plain.observed();
    int recent = now - seen.countAt(age / 2);
    double most = now + TAIL * (recent + 2 * Math.sqrt(recent) + 3);
    return new Forecast(
        now,
        Math.clamp(scaled.predictedFinal() / each, now, now + TAIL * recent),
        now,
        Math.clamp(scaled.high() / each, now, most),
        plain.supercritical(),
        plain.speedPerHour(),
        plain.doublingSeconds());
  }

  private static Cascade repeated(Cascade seen, int each) {
    double[] seconds = new double[seen.size() * each];
    double[] followers = new double[seconds.length];
    for (int i = 0; i < seen.size(); i++) {
      Arrays.fill(seconds, i * each, (i + 1) * each, seen.seconds()[i]);
      Arrays.fill(followers, i * each, (i + 1) * each, seen.followers()[i]);
    }
    return new Cascade(seen.name(), seconds, followers);
  }

  /** Straight between the known ages, on logarithms of both. */
  static double usual(double age) {
    int last = AGES.length - 1;
    if (age <= AGES[0] || age >= AGES[last]) {
      return age <= AGES[0] ? USUAL[0] : USUAL[last];
    }
    int i = 0;
    while (AGES[i + 1] < age) {
      i++;
    }
    double share = Math.log(age / AGES[i]) / Math.log(AGES[i + 1] / AGES[i]);
    return USUAL[i] * Math.pow(USUAL[i + 1] / USUAL[i], share);
  }
}
