package ouidire.analysis.cascade;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how far a cascade will go, from what it has done so far. Immutable; share one. */
public final class CascadeForecaster {
  /** Youngest age at which a forecast means anything, seconds. */
  private static final double YOUNGEST = 60;

  private final ForecastModel model;

  CascadeForecaster(ForecastModel model) {
    this.model = model;
  }

  /** With the model that ships, learned from public cascades of two thousand reshares and more. */
  public static CascadeForecaster shipped() {
    return new CascadeForecaster(ForecastModel.shipped());
  }

  /** Calibrated on past cascades of one's own, at least twenty that have ended. */
  public static CascadeForecaster learnedFrom(List<Cascade> ended) {
    if (ended.size() < 20) {
      throw new IllegalArgumentException(
          "found " + ended.size() + " ended cascades; give at least 20, or use the shipped model");
    }
    return new CascadeForecaster(ForecastModel.learn(ended));
  }

  /**
   * What is to be expected of a cascade.
   *
   * @param observed what is there, the original included
   * @param predictedFinal size in the end
   * @param low the end lies between low and high in four cases of five
   * @param high see low
   * @param supercritical each reshare brings more than one: the interval holds only as long as the
   *     past is a guide
   * @param speedPerHour reshares per hour over the last fifth of its life, at most an hour
   * @param doublingSeconds how long ago it was half as large; null for an original alone
   */
  public record Forecast(
      int observed,
      double predictedFinal,
      double low,
      double high,
      boolean supercritical,
      double speedPerHour,
      @Nullable Double doublingSeconds) {}

  /**
   * @param age seconds since the original; nothing later is looked at
   */
  public Forecast forecast(Cascade cascade, double age) {
    double life = Math.max(age, YOUNGEST);
    Cascade seen = cascade.until(life);
    int now = seen.size();
    ForecastModel.Target target = model.target(seen, life);
    double window = Math.min(life / 5, 3_600);
    double speed = (now - seen.countAt(life - window)) / window * 3_600;
    return new Forecast(
        now,
        Growth.finalSize(target.middle(), now),
        Growth.finalSize(target.low(), now),
        Growth.finalSize(target.high(), now),
        Seismic.estimate(seen, life).supercritical(),
        speed,
        now < 2 ? null : life - seen.seconds()[(now - 1) / 2]);
  }
}
