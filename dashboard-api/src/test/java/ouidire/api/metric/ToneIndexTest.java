package ouidire.api.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ToneIndexTest {
  private static final double Z = 1.959963984540054;

  @Test
  void nothingCountedSaysNothing() {
    assertThat(ToneIndex.of(0, 0, 0)).isEqualTo(new ToneIndex(0, 0, -1, 1));
  }

  @Test
  void oneMentionIsTooFewToConclude() {
    ToneIndex one = ToneIndex.of(0, 0, 1);
    assertThat(one.index()).isEqualTo(1);
    assertThat(one.high()).isEqualTo(1);
    assertThat(one.low()).isLessThan(0);
  }

  @Test
  void forManyMentionsItIsTheNormalInterval() {
    ToneIndex many = ToneIndex.of(20_000, 50_000, 30_000);
    double spread = Z * Math.sqrt((0.5 - 0.01) / 100_000);
    assertThat(many.index()).isEqualTo(0.1);
    assertThat(many.low()).isCloseTo(0.1 - spread, within(1e-4));
    assertThat(many.high()).isCloseTo(0.1 + spread, within(1e-4));
  }

  @Property(tries = 300)
  void theEndsAreWhereTheScoreTestJustRejects(
      @ForAll @LongRange(min = 0, max = 40) long negative,
      @ForAll @LongRange(min = 0, max = 40) long neutral,
      @ForAll @LongRange(min = 1, max = 40) long positive) {
    ToneIndex found = ToneIndex.of(negative, neutral, positive);
    assertThat(found.low()).isLessThanOrEqualTo(found.index());
    assertThat(found.high()).isGreaterThanOrEqualTo(found.index());
    assertThat(found.low()).isGreaterThanOrEqualTo(-1);
    assertThat(found.high()).isLessThanOrEqualTo(1);
    if (found.high() < 0.999) {
      assertThat(Math.abs(score(negative, neutral, positive, found.high())))
          .isCloseTo(Z, within(0.02));
    }
    if (found.low() > -0.999) {
      assertThat(Math.abs(score(negative, neutral, positive, found.low())))
          .isCloseTo(Z, within(0.02));
    }
  }

  @Property(tries = 200)
  void turningTheTonesAroundTurnsTheIntervalAround(
      @ForAll @LongRange(min = 0, max = 60) long negative,
      @ForAll @LongRange(min = 0, max = 60) long neutral,
      @ForAll @LongRange(min = 0, max = 60) long positive) {
    ToneIndex one = ToneIndex.of(negative, neutral, positive);
    ToneIndex other = ToneIndex.of(positive, neutral, negative);
    assertThat(other.low()).isCloseTo(-one.high(), within(1e-9));
    assertThat(other.high()).isCloseTo(-one.low(), within(1e-9));
  }

  /** Over every outcome of 25 mentions, the interval holds the truth nearly as often as it says. */
  @Test
  void itHoldsTheTruthAsOftenAsItSays() {
    int n = 25;
    for (double p : new double[] {0.05, 0.2, 0.5, 0.8}) {
      for (double m : new double[] {0.05, 0.15, 0.45}) {
        if (p + m <= 1) {
          assertThat(coverage(n, p, m)).as("p=%s m=%s", p, m).isGreaterThan(0.92);
        }
      }
    }
  }

  private static double coverage(int n, double p, double m) {
    double covered = 0;
    for (int positive = 0; positive <= n; positive++) {
      for (int negative = 0; positive + negative <= n; negative++) {
        int neutral = n - positive - negative;
        ToneIndex found = ToneIndex.of(negative, neutral, positive);
        if (found.low() <= p - m && p - m <= found.high()) {
          covered +=
              Math.exp(
                  logFactorial(n)
                      - logFactorial(positive)
                      - logFactorial(negative)
                      - logFactorial(neutral)
                      + positive * Math.log(p)
                      + negative * Math.log(m)
                      + (neutral == 0 ? 0 : neutral * Math.log(1 - p - m)));
        }
      }
    }
    return covered;
  }

  private static double logFactorial(int n) {
    double sum = 0;
    for (int i = 2; i <= n; i++) {
      sum += Math.log(i);
    }
    return sum;
  }

  /** The score statistic with q found by search over the likelihood instead of by formula. */
  private static double score(long negative, long neutral, long positive, double d) {
    double low = Math.max(0, -d);
    double high = (1 - d) / 2;
    for (int i = 0; i < 200; i++) {
      double a = low + (high - low) * 0.382;
      double b = low + (high - low) * 0.618;
      if (likelihood(negative, neutral, positive, a, d)
          < likelihood(negative, neutral, positive, b, d)) {
        low = a;
      } else {
        high = b;
      }
    }
    double n = negative + neutral + positive;
    double variance = n * (2 * low + d * (1 - d));
    return (positive - negative - n * d) / Math.sqrt(variance);
  }

  private static double likelihood(long m, long o, long p, double q, double d) {
    return term(p, q + d) + term(m, q) + term(o, 1 - 2 * q - d);
  }

  private static double term(long count, double probability) {
    return count == 0 ? 0 : count * Math.log(Math.max(probability, 1e-300));
  }
}
