package ouidire.analysis.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ToneShareTest {
  private static final int TEN_DAYS = 2_880;

  /** Ten days in which the counts are restless and the share is not. */
  private static ToneShare learned(double perStep, double share, long seed) {
    Random random = new Random(seed);
    ToneShare tone = new ToneShare();
    for (int step = 0; step < TEN_DAYS; step++) {
      int mentions = (int) Math.round(perStep * (0.3 + 1.4 * random.nextDouble()));
      int negative = 0;
      for (int i = 0; i < mentions; i++) {
        negative += random.nextDouble() < share ? 1 : 0;
      }
      tone.learn(mentions, negative);
    }
    return tone;
  }

  @Test
  void theUsualShareIsLearned() {
    assertThat(learned(12, 0.18, 1).share()).isCloseTo(0.18, within(0.02));
    assertThat(learned(90, 0.4, 2).share()).isCloseTo(0.4, within(0.02));
  }

  @Test
  void moreOfTheSameIsUsualHoweverMuchItIs() {
    assertThat(learned(90, 0.18, 3).distance(360, 2_000, 0, 0)).isLessThan(1);
    assertThat(learned(90, 0.18, 3).distance(0, 2_000, 0, 0)).isZero();
    assertThat(learned(90, 0.18, 3).distance(0, 0, 0, 0)).isZero();
  }

  @Test
  void complaintsAmongManyAreSeenBeforeTheCountIsUnusual() {
    // 60 usual mentions and 29 more of which 26 complain: the count alone says nothing.
    assertThat(learned(90, 0.18, 4).distance(11 + 26, 60 + 29, 0, 0)).isGreaterThan(4.5);
  }

  /** Five bad minutes in an hour that is mixed anyway are no crisis; in a usual hour they are. */
  @Test
  void anHourThatIsWorseAnywayIsTheMeasureOfItsMinutes() {
    ToneShare tone = learned(12, 0.18, 6);
    double alone = tone.distance(17, 43, 0, 0);
    assertThat(tone.distance(17, 43, 27, 150)).isCloseTo(alone, within(0.1));
    assertThat(tone.distance(17, 43, 120, 400)).isLessThan(0.6 * alone);
    assertThat(tone.distance(17, 43, 0, 400)).isEqualTo(alone);
  }

  @Test
  void aStormDoesNotBecomeTheMeasureOfTheNext() {
    ToneShare tone = learned(12, 0.18, 5);
    double before = tone.distance(30, 40, 0, 0);
    for (int step = 0; step < 6; step++) {
      tone.learn(60, 55);
    }
    assertThat(tone.distance(30, 40, 0, 0)).isGreaterThan(0.8 * before);
  }
}
