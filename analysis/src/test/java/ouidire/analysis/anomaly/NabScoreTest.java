package ouidire.analysis.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import ouidire.analysis.anomaly.NabScore.Profile;
import ouidire.analysis.anomaly.NabScore.Window;

class NabScoreTest {
  private static final List<Window> WINDOWS = List.of(new Window(2_000, 2_400));

  private static double standard(Integer... detections) {
    return NabScore.of(Profile.STANDARD, 10_000, WINDOWS, List.of(detections))
        .scaled(Profile.STANDARD);
  }

  @Test
  void silenceIsZeroAndTheFirstRowOfTheWindowIsPerfect() {
    assertThat(standard()).isZero();
    assertThat(standard(2_000)).isCloseTo(100, within(0.01));
  }

  @Test
  void laterIsWorthLessAndOnlyTheFirstCounts() {
    assertThat(standard(2_200)).isBetween(90.0, 95.0);
    assertThat(standard(2_200, 2_300)).isEqualTo(standard(2_200));
  }

  @Test
  void falsePagesCostAndProbationIsFree() {
    assertThat(standard(2_000, 1_000)).isCloseTo(100 - 100 * 0.11 / 2, within(0.01));
    assertThat(standard(2_000, 9_000)).isCloseTo(100 - 100 * 0.11 / 2, within(0.01));
    assertThat(standard(2_000, 500)).isCloseTo(100, within(0.01));
  }
}
