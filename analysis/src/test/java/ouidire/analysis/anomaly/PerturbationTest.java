package ouidire.analysis.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ouidire.analysis.anomaly.NabScore.Window;

class PerturbationTest {
  private static final int DAY = AnomalyDetector.STEPS_PER_DAY;

  /** Four weeks from a Monday, with one event in its window. */
  private static Labelled series(String name, int usual, int event) {
    int rows = 28 * DAY;
    int[] hours = new int[rows];
    double[] counts = new double[rows];
    Random random = new Random(name.hashCode());
    for (int row = 0; row < rows; row++) {
      hours[row] = row / 12 % 168;
      counts[row] = usual + random.nextInt(3);
    }
    Arrays.fill(counts, 20 * DAY, 20 * DAY + 12, event);
    return new Labelled(name, hours, counts, List.of(new Window(20 * DAY - 100, 20 * DAY + 100)));
  }

  @Test
  void thinningKeepsTheShareThatIsAsked() {
    Labelled all = series("a", 10, 200);
    double kept = Arrays.stream(Perturbation.thinned(all, 0.3, 1).counts()).sum();
    assertThat(kept / Arrays.stream(all.counts()).sum()).isBetween(0.29, 0.31);
    assertThat(Perturbation.thinned(all, 1, 1).counts()).isEqualTo(all.counts());
  }

  @Test
  void whoBeginsLaterSeesTheSameRowsAndOnlyTheWindowsToCome() {
    Labelled all = series("a", 10, 200);
    Labelled later = Perturbation.begunLater(all, DAY);
    assertThat(later.counts()[5]).isEqualTo(all.counts()[DAY + 5]);
    assertThat(later.hours()[5]).isEqualTo(all.hours()[DAY + 5]);
    assertThat(later.windows()).containsExactly(new Window(19 * DAY - 100, 19 * DAY + 100));
    assertThat(Perturbation.begunLater(all, 21 * DAY).windows()).isEmpty();
  }

  @Test
  void aTransplantHoldsTheEventsOfOthersInItsWindowsAndNoneOfItsOwnElsewhere() {
    Labelled small = series("small", 4, 300);
    Labelled large = series("large", 40, 3_000);
    for (Labelled made : new Transplants(3).of(List.of(small, large), 4)) {
      double usual = made.name().equals("small") ? 6 : 42;
      assertThat(made.windows()).isNotEmpty();
      double[] outside = made.counts().clone();
      for (Window window : made.windows()) {
        double[] inside = Arrays.copyOfRange(outside, window.first(), window.last() + 1);
        assertThat(Arrays.stream(inside).max().orElse(0)).isGreaterThan(3 * usual);
        Arrays.fill(outside, window.first(), window.last() + 1, 0);
      }
      assertThat(Arrays.stream(outside).max().orElse(0)).isLessThanOrEqualTo(usual);
    }
  }

  @Test
  void theSameSeedMakesTheSameSeries() {
    List<Labelled> all = List.of(series("a", 4, 300), series("b", 40, 3_000));
    assertThat(new Transplants(9).of(all, 1).getFirst().counts())
        .isEqualTo(new Transplants(9).of(all, 1).getFirst().counts());
  }
}
