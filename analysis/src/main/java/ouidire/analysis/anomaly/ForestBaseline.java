package ouidire.analysis.anomaly;

import com.amazon.randomcutforest.RandomCutForest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A random cut forest (Guha and others, "Robust Random Cut Forest Based Anomaly Detection On
 * Streams", 2016) as a baseline: the library's own forest over the last hour of counts, and only
 * the part of its score that comes from counts above what it knows. It has our warm-up and our
 * cool-down; shape, size and limit are those that do best on the four series that our own detector
 * was tuned on, so it is shown at its best.
 */
final class ForestBaseline {
  static final String NAME = "random cut forest, last hour, our cool-down";

  private static final int SHINGLE = 12;
  private static final int SAMPLES = 1_024;
  private static final int TREES = 50;
  private static final double DECAY = 0.01 / 256;

  /** Standard deviations of the score above its mean. */
  private static final double LIMIT = 7.7;

  private static final double MEMORY = 1.0 / (10 * AnomalyDetector.STEPS_PER_DAY);
  private static final double CLIP = 4;
  private static final int LEARNED = 100;

  private final RandomCutForest forest =
      RandomCutForest.builder()
          .dimensions(SHINGLE)
          .shingleSize(SHINGLE)
          .internalShinglingEnabled(true)
          .numberOfTrees(TREES)
          .sampleSize(SAMPLES)
          .outputAfter(SAMPLES)
          .timeDecay(DECAY)
          .randomSeed(7)
          .parallelExecutionEnabled(false)
          .build();

  private double mean;
  private double variance;
  private long scores;

  private ForestBaseline() {}

  /** The rows that would have been paged. */
  static List<Integer> detections(double[] counts) {
    ForestBaseline baseline = new ForestBaseline();
    List<Integer> rows = new ArrayList<>();
    int last = -AnomalyDetector.COOL_DOWN;
    for (int row = 0; row < counts.length; row++) {
      double distance = baseline.distance(counts[row], row);
      boolean due = distance >= LIMIT && row >= AnomalyDetector.WARM_UP;
      if (due && row - last >= AnomalyDetector.COOL_DOWN) {
        rows.add(row);
        last = row;
      }
    }
    return rows;
  }

  private double distance(double count, int row) {
    float[] point = {(float) Math.log1p(count)};
    boolean ready = row > SAMPLES + SHINGLE;
    double score = ready ? Arrays.stream(forest.getAnomalyAttribution(point).high).sum() : 0;
    forest.update(point);
    if (!ready) {
      return 0;
    }
    double spread = Math.sqrt(variance);
    double above = score - mean;
    scores++;
    boolean known = scores > LEARNED;
    double learned = known ? Math.clamp(above, -CLIP * spread, CLIP * spread) : above;
    double rate = Math.max(MEMORY, 1.0 / scores);
    mean += rate * learned;
    variance += rate * (learned * learned - variance);
    return known ? above / Math.max(spread, 1e-6) : 0;
  }
}
