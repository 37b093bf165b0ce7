package ouidire.analysis.cascade;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ouidire.analysis.cascade.CascadeForecaster.Forecast;

/**
 * Measures the forecast on whole cascades: {@code ouidire eval cascade FILE.csv... [--at
 * SECONDS,...]}. No cascade is forecast by a model that has seen it: where the shipped model has
 * learned from some of the files given, each is forecast by a model learned from the others; else
 * all are forecast by the shipped one.
 */
public final class CascadeEvaluation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FOLDS = 10;

  private CascadeEvaluation() {}

  /**
   * @param cascades whole ones: the final size is the number of rows
   * @param ages seconds of observation
   * @return one object: {@code forecasts}, and per age and method the median absolute percentage
   *     error, Kendall's tau and the coverage of the interval
   */
  public static ObjectNode run(List<Cascade> cascades, List<Double> ages) {
    ForecastModel shipped = ForecastModel.shipped();
    List<ForecastModel> models = models(cascades, shipped);
    ObjectNode result = JSON.createObjectNode();
    result.put("cascades", cascades.size());
    ArrayNode forecasts = JSON.createArrayNode();
    ArrayNode summary = result.putArray("at");
    for (double age : ages) {
      double[] ours = new double[cascades.size()];
      double[] seismic = new double[cascades.size()];
      int covered = 0;
      int finite = 0;
      for (int i = 0; i < cascades.size(); i++) {
        Cascade cascade = cascades.get(i);
        Forecast forecast = new CascadeForecaster(models.get(i)).forecast(cascade, age);
        ours[i] = forecast.predictedFinal();
        covered += forecast.low() <= cascade.size() && cascade.size() <= forecast.high() ? 1 : 0;
        seismic[i] = Seismic.estimate(cascade.until(age), age).finalSize();
        finite += Double.isInfinite(seismic[i]) ? 0 : 1;
        forecasts.add(json(cascade, age, forecast));
      }
      double[] logLog = logLog(cascades, age);
      double[] nothing = cascades.stream().mapToDouble(c -> c.countAt(age)).toArray();
      ObjectNode row = summary.addObject().put("at", age);
      row.put("median_error", rounded(medianError(cascades, ours)));
      row.put("kendall_tau", rounded(tau(cascades, ours)));
      row.put("coverage_80", rounded(covered / (double) cascades.size()));
      ObjectNode baselines = row.putObject("baselines_median_error");
      baselines.put("seismic", rounded(medianError(cascades, seismic)));
      baselines.put("seismic_finite", finite);
      baselines.put("log_log_regression", rounded(medianError(cascades, logLog)));
      baselines.put("nothing_more_comes", rounded(medianError(cascades, nothing)));
    }
    result.set("forecasts", forecasts);
    return result;
  }

  /** The model that ships, learned from these. */
  public static ObjectNode learn(List<Cascade> cascades) {
    return ForecastModel.learn(cascades).write();
  }

  /** For each cascade a model that has not seen it. */
  private static List<ForecastModel> models(List<Cascade> cascades, ForecastModel shipped) {
    boolean unseen = cascades.stream().noneMatch(shipped::learnedFrom);
    ForecastModel[] models = new ForecastModel[cascades.size()];
    if (unseen) {
      Arrays.fill(models, shipped);
      return List.of(models);
    }
    if (cascades.size() < 2 * FOLDS) {
      throw new IllegalArgumentException(
          "the shipped model has learned from some of these "
              + cascades.size()
              + " files; give at least "
              + 2 * FOLDS
              + ", so that each is forecast from the others, or files that it has not seen");
    }
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Cascade> others = new ArrayList<>();
      for (int i = 0; i < cascades.size(); i++) {
        if (i % FOLDS != fold) {
          others.add(cascades.get(i));
        }
      }
      ForecastModel model = ForecastModel.learn(others);
      for (int i = fold; i < cascades.size(); i += FOLDS) {
        models[i] = model;
      }
    }
    return List.of(models);
  }

  /**
   * Szabo and Huberman (2010): the logarithm of the end against that of the count, fitted on the
   * other cascades.
   */
  private static double[] logLog(List<Cascade> cascades, double age) {
    double[] predicted = new double[cascades.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<double[]> rows = new ArrayList<>();
      List<Double> targets = new ArrayList<>();
      for (int i = 0; i < cascades.size(); i++) {
        if (i % FOLDS != fold) {
          rows.add(new double[] {1, Math.log(cascades.get(i).countAt(age))});
          targets.add(Math.log(cascades.get(i).size()));
        }
      }
      if (rows.isEmpty()) {
        continue;
      }
      double[] line =
          LeastDeviations.fit(
              rows, targets.stream().mapToDouble(Double::doubleValue).toArray(), 1e-6);
      for (int i = fold; i < cascades.size(); i += FOLDS) {
        int now = cascades.get(i).countAt(age);
        predicted[i] = Math.max(now, Math.exp(line[0] + line[1] * Math.log(now)));
      }
    }
    return predicted;
  }

  private static double medianError(List<Cascade> cascades, double[] predicted) {
    double[] errors = new double[predicted.length];
    for (int i = 0; i < errors.length; i++) {
      int truth = cascades.get(i).size();
      errors[i] = Double.isInfinite(predicted[i]) ? 1e9 : Math.abs(predicted[i] - truth) / truth;
    }
    Arrays.sort(errors);
    int middle = errors.length / 2;
    return errors.length % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2;
  }

  /** Kendall's tau-a: how often two cascades are ranked as they end, less how often not. */
  private static double tau(List<Cascade> cascades, double[] predicted) {
    int agree = 0;
    int pairs = 0;
    for (int i = 0; i < predicted.length; i++) {
      for (int j = 0; j < i; j++) {
        double order =
            Math.signum(cascades.get(i).size() - (double) cascades.get(j).size())
                * Math.signum(predicted[i] - predicted[j]);
        agree += (int) order;
        pairs++;
      }
    }
    return pairs == 0 ? 0 : agree / (double) pairs;
  }

  private static ObjectNode json(Cascade cascade, double age, Forecast forecast) {
    ObjectNode json = JSON.createObjectNode();
    json.put("file", cascade.name()).put("at", age).put("observed", forecast.observed());
    json.put("predicted_final", Math.round(forecast.predictedFinal()));
    json.put("low", Math.round(forecast.low())).put("high", Math.round(forecast.high()));
    json.put("supercritical", forecast.supercritical());
    json.put("speed_per_hour", rounded(forecast.speedPerHour()));
    Double doubling = forecast.doublingSeconds();
    if (doubling == null) {
      json.putNull("doubling_time_s");
    } else {
      json.put("doubling_time_s", Math.round(doubling));
    }
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
