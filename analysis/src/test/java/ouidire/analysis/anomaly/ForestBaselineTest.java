package ouidire.analysis.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestBaselineTest {
  @Test
  void theForestSeesABurstOnceAndNothingElse() {
    Random random = new Random(4);
    double[] counts = new double[12 * AnomalyDetector.STEPS_PER_DAY];
    for (int row = 0; row < counts.length; row++) {
      counts[row] = 8 + random.nextInt(5);
    }
    int burst = 8 * AnomalyDetector.STEPS_PER_DAY;
    Arrays.fill(counts, burst, burst + 6, 400);
    assertThat(ForestBaseline.detections(counts))
        .singleElement()
        .satisfies(row -> assertThat(row).isBetween(burst, burst + 6));
  }
}
