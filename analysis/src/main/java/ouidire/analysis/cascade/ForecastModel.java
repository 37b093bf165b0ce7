package ouidire.analysis.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the forecast has learned: for ages on a logarithmic scale, two regressions on {@link
 * Growth}, one straight and one that may bend, and the tenth and ninetieth percentile of the error
 * of their mean.
 *
 * @param ages seconds, ascending
 * @param coefficients of the straight one, one row an age
 * @param curved the one that may bend, by age
 * @param low tenth percentile of truth minus forecast, in logarithms, by age
 * @param high ninetieth percentile
 * @param learnedFrom fingerprints of the cascades it was learned from
 */
record ForecastModel(
    double[] ages,
    double[][] coefficients,
    Curved[] curved,
    double[] low,
    double[] high,
    Set<String> learnedFrom) {
  /** From five minutes to a week, two a doubling. */
  private static final double FIRST_AGE = 300;

  private static final int AGES = 23;

  /**
   * Ages beside the one learned: neighbours in time are nearly the same case and steady the fit.
   */
  private static final double[] BESIDE = {0.7, 0.85, 1, 1.18, 1.4};

  /** Fewer of them where the fit may bend. */
  private static final double[] CLOSE_BESIDE = {0.85, 1, 1.18};

  private static final double RIDGE = 1;
  private static final double CURVED_RIDGE = 0.3;
  private static final int FOLDS = 10;
  private static final String RESOURCE = "/ouidire/analysis/cascade/forecast.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is learned from these, the same for the same cascades in the same order. */
  static ForecastModel learn(List<Cascade> cascades) {
    double[] ages = new double[AGES];
    double[][] coefficients = new double[AGES][];
    Curved[] curved = new Curved[AGES];
    double[] low = new double[AGES];
    double[] high = new double[AGES];
    for (int a = 0; a < AGES; a++) {
      ages[a] = FIRST_AGE * Math.pow(2, a / 2.0);
      coefficients[a] = straight(cascades, ages[a]);
      curved[a] = curved(cascades, ages[a]);
      double[] errors = errors(cascades, ages[a]);
      Arrays.sort(errors);
      low[a] = quantile(errors, 0.1);
      high[a] = quantile(errors, 0.9);
    }
    Set<String> from = new HashSet<>();
    cascades.forEach(cascade -> from.add(fingerprint(cascade)));
    return new ForecastModel(ages, coefficients, curved, low, high, from);
  }

  private static double[] straight(List<Cascade> cascades, double age) {
    return LeastDeviations.fit(
        rows(cascades, age, BESIDE), targets(cascades, age, BESIDE), RIDGE * BESIDE.length);
  }

  private static Curved curved(List<Cascade> cascades, double age) {
    return Curved.fit(
        rows(cascades, age, CLOSE_BESIDE),
        targets(cascades, age, CLOSE_BESIDE),
        CURVED_RIDGE * CLOSE_BESIDE.length);
  }

  private static List<double[]> rows(List<Cascade> cascades, double age, double[] beside) {
    List<double[]> rows = new ArrayList<>();
    for (double factor : beside) {
      cascades.forEach(cascade -> rows.add(Growth.features(cascade, age * factor)));
    }
    return rows;
  }

  private static double[] targets(List<Cascade> cascades, double age, double[] beside) {
    return Arrays.stream(beside)
        .flatMap(factor -> cascades.stream().mapToDouble(c -> Growth.target(c, age * factor)))
        .toArray();
  }

  /** Errors on cascades that the fit did not see. */
  private static double[] errors(List<Cascade> cascades, double age) {
    double[] errors = new double[cascades.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Cascade> others = new ArrayList<>();
      for (int i = 0; i < cascades.size(); i++) {
        if (i % FOLDS != fold) {
          others.add(cascades.get(i));
        }
      }
      if (others.isEmpty() || others.size() == cascades.size()) {
        continue;
      }
      double[] coefficients = straight(others, age);
      Curved curved = curved(others, age);
      for (int i = fold; i < cascades.size(); i += FOLDS) {
        Cascade cascade = cascades.get(i);
        errors[i] =
            Growth.target(cascade, age) - mean(coefficients, curved, Growth.features(cascade, age));
      }
    }
    return errors;
  }

  private static double mean(double[] coefficients, Curved curved, double[] features) {
    return (LeastDeviations.apply(coefficients, features) + curved.apply(features)) / 2;
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length + 1) - 1;
    int below = Math.clamp((int) Math.floor(place), 0, sorted.length - 1);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * Math.clamp(place - below, 0, 1);
  }

  /** Target, and its interval, at an age. */
  record Target(double middle, double low, double high) {}

  Target target(Cascade cascade, double age) {
    double[] features = Growth.features(cascade, age);
    double place = Math.clamp(2 * Math.log(age / ages[0]) / Math.log(2), 0.0, ages.length - 1.0);
    int below = Math.min((int) place, ages.length - 2);
    double share = place - below;
    double middle = 0;
    double down = 0;
    double up = 0;
    for (int side = 0; side < 2; side++) {
      double weight = side == 0 ? 1 - share : share;
      middle += weight * mean(coefficients[below + side], curved[below + side], features);
      down += weight * low[below + side];
      up += weight * high[below + side];
    }
    return new Target(middle, middle + Math.min(down, 0), middle + Math.max(up, 0));
  }

  boolean learnedFrom(Cascade cascade) {
    return learnedFrom.contains(fingerprint(cascade));
  }

  /** Tells whether a cascade is one that the model has seen, without keeping it. */
  private static String fingerprint(Cascade cascade) {
    return Integer.toHexString(
        31 * Arrays.hashCode(cascade.seconds()) + Arrays.hashCode(cascade.followers()));
  }

  /** The model that ships. */
  static ForecastModel shipped() {
    try (InputStream in = ForecastModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the build");
      }
      return read(JSON.readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException(RESOURCE + " cannot be read", e);
    }
  }

  ObjectNode write() {
    ObjectNode json = JSON.createObjectNode();
    json.set("ages", JSON.valueToTree(ages));
    json.set("coefficients", JSON.valueToTree(coefficients));
    ArrayNode bending = json.putArray("curved");
    Arrays.stream(curved).map(Curved::write).forEach(bending::add);
    json.set("low", JSON.valueToTree(low));
    json.set("high", JSON.valueToTree(high));
    json.set("learnedFrom", JSON.valueToTree(learnedFrom.stream().sorted().toList()));
    return json;
  }

  static ForecastModel read(JsonNode json) {
    Set<String> from = new HashSet<>();
    json.get("learnedFrom").forEach(one -> from.add(one.asText()));
    return new ForecastModel(
        JSON.convertValue(json.get("ages"), double[].class),
        JSON.convertValue(json.get("coefficients"), double[][].class),
        json.get("curved").valueStream().map(Curved::read).toArray(Curved[]::new),
        JSON.convertValue(json.get("low"), double[].class),
        JSON.convertValue(json.get("high"), double[].class),
        from);
  }
}
