package ouidire.analysis.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ouidire.analysis.anomaly.AnomalyDetector.Reading;

class AnomalyDetectorTest {
  private static final int DAY = AnomalyDetector.STEPS_PER_DAY;

  /** Steps of ordinary days: Poisson counts around a day and night rhythm. */
  private static List<Integer> ordinary(double perStep, int days, long seed) {
    Random random = new Random(seed);
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < days * DAY; i++) {
      double hour = i % DAY / 12.0;
      counts.add(poisson(random, perStep * (1 + 0.8 * Math.sin((hour - 9) / 24 * 2 * Math.PI))));
    }
    return counts;
  }

  private static int poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    int n = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      n++;
    }
    return n;
  }

  private static List<Integer> pages(AnomalyDetector detector, List<Integer> counts, int from) {
    List<Integer> pages = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      if (detector.step((from + i) % (7 * DAY) / 12, counts.get(i)).page()) {
        pages.add(from + i);
      }
    }
    return pages;
  }

  @Test
  void ordinaryMonthsRarelyPageForBrandsOfAnySize() {
    for (double perStep : new double[] {0.02, 0.3, 5, 90}) {
      int pages = 0;
      for (int seed = 0; seed < 5; seed++) {
        pages += pages(new AnomalyDetector(), ordinary(perStep, 60, seed), 0).size();
      }
      assertThat(pages)
          .as("pages in ten quiet months at %s per step", perStep)
          .isLessThanOrEqualTo(10);
    }
  }

  @Test
  void aBurstPagesOnceAndAtOnce() {
    for (double perStep : new double[] {0.05, 0.3, 5, 90}) {
      AnomalyDetector detector = new AnomalyDetector();
      List<Integer> quiet = ordinary(perStep, 21, 7);
      pages(detector, quiet, 0);
      List<Integer> crisis = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        crisis.add((int) (10 + perStep * 15));
      }
      List<Integer> pages = pages(detector, crisis, quiet.size());
      assertThat(pages).as("pages at %s per step", perStep).hasSize(1);
      assertThat(pages.getFirst() - quiet.size()).as("steps until the page").isLessThanOrEqualTo(3);
    }
  }

  @Test
  void peekingLearnsNothingAndForetellsTheStep() {
    AnomalyDetector detector = new AnomalyDetector();
    pages(detector, ordinary(2, 14, 3), 0);
    Reading peeked = detector.peek(14, 200);
    detector.peek(14, 5_000);
    assertThat(detector.step(14, 200)).isEqualTo(peeked);
  }

  @Test
  void theReadingHoldsTheNumbersThatDecided() {
    AnomalyDetector detector = new AnomalyDetector();
    pages(detector, ordinary(5, 14, 5), 0);
    Reading calm = detector.peek(12, 5);
    assertThat(calm.page()).isFalse();
    assertThat(calm.score()).isBetween(0.0, 0.4999);
    Reading storm = detector.peek(12, 500);
    assertThat(storm.page()).isTrue();
    assertThat(storm.score()).isGreaterThanOrEqualTo(0.5);
    assertThat(storm.observed()).isEqualTo(500);
    assertThat(storm.expected()).isBetween(2.0, 12.0);
  }
}
