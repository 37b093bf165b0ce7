package ouidire.analysis.anomaly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.anomaly.NabScore.Profile;
import ouidire.analysis.anomaly.NabScore.Sums;
import ouidire.analysis.anomaly.NabScore.Window;

/**
 * Measures the detector on labelled series: {@code ouidire eval anomalies DIR [--windows FILE.json]
 * [--out DIR]}.
 */
public final class AnomalyEvaluation {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnomalyEvaluation() {}

  /**
   * Runs the detector over every {@code *.csv} of a folder.
   *
   * @param folder series of {@code timestamp,value}, one row per five minutes
   * @param windows labelled windows, {@code {"FILE.csv": [["first time", "last time"], ...]}}; null
   *     for none
   * @param out where to write {@code timestamp,value,anomaly_score} for each series; null for
   *     nowhere
   * @return one object: how many series, pages, and with windows the benchmark's scores, ours,
   *     those of the vendors' rules and of a random cut forest
   * @throws IllegalArgumentException naming file, line, what was found and what was expected
   */
  public static ObjectNode run(Path folder, @Nullable Path windows, @Nullable Path out)
      throws IOException {
    List<CountSeries> all = read(folder);
    List<List<Integer>> pages = new ArrayList<>();
    if (out != null) {
      Files.createDirectories(out);
    }
    for (CountSeries series : all) {
      pages.add(detect(series, out == null ? null : out.resolve(series.name())));
    }
    ObjectNode result = JSON.createObjectNode();
    result.put("series", all.size()).put("threshold", 0.5);
    result.put("pages", pages.stream().mapToInt(List::size).sum());
    if (windows != null) {
      List<List<Window>> labels = labels(windows, all);
      scores(result, all, labels, pages);
      ObjectNode rules = result.putObject("baselines");
      for (VendorRules rule : VendorRules.values()) {
        List<List<Integer>> theirs =
            all.stream().map(series -> rule.detections(series.counts())).toList();
        scores(rules.putObject(rule.rule), all, labels, theirs);
      }
      List<List<Integer>> forest =
          all.parallelStream().map(series -> ForestBaseline.detections(series.counts())).toList();
      scores(rules.putObject(ForestBaseline.NAME), all, labels, forest);
    }
    return result;
  }

  static List<CountSeries> read(Path folder) throws IOException {
    List<CountSeries> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().endsWith(".csv")).sorted().toList()) {
        all.add(CountSeries.read(file));
      }
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          folder + " holds no .csv file; give a folder of timestamp,value series");
    }
    return all;
  }

  private static List<Integer> detect(CountSeries series, @Nullable Path out) throws IOException {
    AnomalyDetector detector = new AnomalyDetector();
    List<Integer> pages = new ArrayList<>();
    double[] scores = new double[series.rows()];
    for (int i = 0; i < series.rows(); i++) {
      AnomalyDetector.Reading reading = detector.step(series.hours()[i], series.counts()[i]);
      scores[i] = reading.score();
      if (reading.page()) {
        pages.add(i);
      }
    }
    if (out != null) {
      write(series, scores, out);
    }
    return pages;
  }

  private static void write(CountSeries series, double[] scores, Path out) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      writer.write("timestamp,value,anomaly_score\n");
      for (int i = 0; i < scores.length; i++) {
        writer.write(
            String.format(
                Locale.ROOT,
                "%s,%s,%.4f%n",
                series.times().get(i),
                number(series.counts()[i]),
                scores[i]));
      }
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  static void scores(
      ObjectNode result,
      List<CountSeries> all,
      List<List<Window>> labels,
      List<List<Integer>> pages) {
    Sums sums = Sums.NONE;
    for (Profile profile : Profile.values()) {
      sums = Sums.NONE;
      for (int i = 0; i < all.size(); i++) {
        sums = sums.plus(NabScore.of(profile, all.get(i).rows(), labels.get(i), pages.get(i)));
      }
      result.put(profile.key, Math.round(100 * sums.scaled(profile)) / 100.0);
    }
    result
        .put("windows", sums.windows())
        .put("windows_found", sums.found())
        .put("false_positive_rows", sums.falseRows());
  }

  static List<List<Window>> labels(Path file, List<CountSeries> all) throws IOException {
    JsonNode root = JSON.readTree(file.toFile());
    List<List<Window>> labels = new ArrayList<>();
    for (CountSeries series : all) {
      JsonNode rows = root.get(series.name());
      if (rows == null || !rows.isArray()) {
        throw new IllegalArgumentException(
            file.getFileName()
                + ": has no windows for "
                + series.name()
                + "; give a list, [] for none");
      }
      List<Window> windows = new ArrayList<>();
      for (JsonNode pair : rows) {
        windows.add(new Window(row(file, series, pair.path(0)), row(file, series, pair.path(1))));
      }
      labels.add(windows);
    }
    return labels;
  }

  private static int row(Path file, CountSeries series, JsonNode time) {
    String wanted = time.asText();
    for (int i = 0; i < series.rows(); i++) {
      if (series.times().get(i).startsWith(wanted) && !wanted.isEmpty()) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        file.getFileName()
            + ": \""
            + wanted
            + "\" is no row of "
            + series.name()
            + "; give the time of a row");
  }
}
