package ouidire.analysis.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final int SUNDAY_NOON = 6 * 24 + 12;
  private static final int MONDAY_NOON = 12;

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(new Rhythm().factor(SUNDAY_NOON)).isEqualTo(1);
  }

  @Test
  void whatIsLearnedOnASundayIsOfItsHourAndOfItsDay() {
    Rhythm rhythm = new Rhythm();
    rhythm.learn(SUNDAY_NOON, -0.02);
    assertThat(rhythm.factor(SUNDAY_NOON))
        .isLessThan(rhythm.factor(MONDAY_NOON))
        .isLessThan(rhythm.factor(SUNDAY_NOON + 1));
    assertThat(rhythm.factor(MONDAY_NOON)).isLessThan(1);
    assertThat(rhythm.factor(MONDAY_NOON + 1)).isEqualTo(1);
  }

  @Test
  void oneCrisisDoesNotDecideForEver() {
    Rhythm rhythm = new Rhythm();
    for (int step = 0; step < 10_000; step++) {
      rhythm.learn(MONDAY_NOON, 1);
    }
    assertThat(rhythm.factor(MONDAY_NOON)).isLessThan(10);
  }

  /** The weekday matters: Mondays that follow quiet Sundays are no news after some weeks. */
  @Test
  void aBrandThatSleepsOnSundaysIsLessExpectedThen() {
    AnomalyDetector detector = new AnomalyDetector();
    for (int step = 0; step < 6 * 7 * AnomalyDetector.STEPS_PER_DAY; step++) {
      int hour = step / 12 % 168;
      detector.step(hour, hour / 24 == 6 ? 2 : 10);
    }
    double sunday = detector.peek(SUNDAY_NOON, 0).expected();
    double wednesday = detector.peek(2 * 24 + 12, 0).expected();
    assertThat(sunday).isLessThan(0.6 * wednesday);
  }
}
