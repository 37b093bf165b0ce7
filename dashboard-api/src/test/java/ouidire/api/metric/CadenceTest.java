package ouidire.api.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CadenceTest {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  private static Cadence after(Duration silence, int... gapHours) {
    List<Instant> times = new ArrayList<>(List.of(START));
    for (int hours : gapHours) {
      times.add(times.getLast().plus(Duration.ofHours(hours)));
    }
    return Cadence.of(times, null, times.getLast().plus(silence));
  }

  @Test
  void aSilenceIsLateOnlyBeyondBothThreeMediansAndNineGapsInTen() {
    int[] even = {24, 24, 24, 24, 24, 24};
    assertThat(after(Duration.ofHours(72), even).isLate()).isFalse();
    assertThat(after(Duration.ofHours(73), even).isLate()).isTrue();
    int[] uneven = {2, 2, 2, 2, 2, 2, 2, 2, 100, 100};
    Cadence told = after(Duration.ofHours(99), uneven);
    assertThat(told.median()).isEqualTo(Duration.ofHours(2));
    assertThat(told.warnAfter()).isEqualTo(Duration.ofHours(100));
    assertThat(told.isLate()).isFalse();
  }

  @Test
  void tooFewGapsAreNoHabit() {
    Cadence told = after(Duration.ofDays(300), 1, 1, 1, 1);
    assertThat(told.warnAfter()).isNull();
    assertThat(told.isLate()).isFalse();
    assertThat(told.longest()).isEqualTo(Duration.ofDays(300));
  }

  @Test
  void weeksAreCountedOverTheWholeTimeLookedAt() {
    List<Instant> four = List.of(START, START.plusSeconds(60), START.plusSeconds(90), START);
    Instant from = START.minus(Duration.ofDays(7));
    assertThat(Cadence.of(four, from, START.plus(Duration.ofDays(7))).perWeek()).isEqualTo(2);
    assertThat(Cadence.of(List.of(), null, START))
        .isEqualTo(new Cadence(0, 0, null, null, null, null));
  }
}
