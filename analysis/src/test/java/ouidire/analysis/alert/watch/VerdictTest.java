package ouidire.analysis.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ouidire.analysis.alert.watch.Verdict.Sight;
import ouidire.analysis.anomaly.AnomalyDetector;
import ouidire.analysis.anomaly.AnomalyDetector.Reading;

class VerdictTest {
  private static final Reading CALM = new AnomalyDetector().peek(0, 0);

  private static boolean angry(Sight... sights) {
    return new Verdict(CALM, CALM, List.of(sights), false).angry(Sensitivity.SHIPPED);
  }

  @Test
  void aWindowIsAngryThatIsUnusualAndNegative() {
    assertThat(angry(new Sight(5, 4, 0.6))).isTrue();
    assertThat(angry(new Sight(9, 0, 0.6))).isTrue();
    assertThat(angry(new Sight(5, 3, 0.9))).isFalse();
    assertThat(angry(new Sight(12, 6, 0.3))).isFalse();
  }

  /** An hour of much ordinary talk, and five minutes with some complaints by chance. */
  @Test
  void twoWindowsThatAreNoCrisisMakeNone() {
    assertThat(angry(new Sight(3, 2, 0.8), new Sight(11, 1, 0.25))).isFalse();
  }

  /** What is told as the reason is what fired: each measure stands beside its own limit. */
  @Test
  void theMeasureThatIsToldStandsBesideItsOwnLimit() {
    Sensitivity limits = Sensitivity.SHIPPED;
    Verdict burst = new Verdict(CALM, CALM, List.of(new Sight(6, 4, 0.6)), false);
    assertThat(burst.farthest(limits)).isEqualTo(new Verdict.Measure(6, limits.burst()));
    Verdict share = new Verdict(CALM, CALM, List.of(new Sight(1, 7, 0.6)), false);
    assertThat(share.farthest(limits)).isEqualTo(new Verdict.Measure(7, limits.share()));
    Reading far = new Reading(50, 5, 4, 0.6, true, true);
    Verdict evidence = new Verdict(CALM, far, List.of(new Sight(4.4, 2, 0.6)), false);
    assertThat(evidence.farthest(limits))
        .isEqualTo(new Verdict.Measure(4, AnomalyDetector.limit()));
  }
}
