package ouidire.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ouidire.api.MovableClock;

class RateLimiterTest {
  private final MovableClock clock = new MovableClock("2026-03-02T08:00:00Z");

  @Test
  void aBurstPassesThenTheFlowGoesOn() {
    RateLimiter limiter = new RateLimiter(new RateLimit(3, 2), clock);
    for (int i = 0; i < 3; i++) {
      assertThat(limiter.take("a")).isZero();
    }
    assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(500));
    clock.advance(Duration.ofMillis(500));
    assertThat(limiter.take("a")).isZero();
    assertThat(limiter.take("a")).isPositive();
  }

  @Test
  void callersDoNotPayForEachOther() {
    RateLimiter limiter = new RateLimiter(new RateLimit(1, 1), clock);
    assertThat(limiter.take("a")).isZero();
    assertThat(limiter.take("b")).isZero();
    assertThat(limiter.take("a")).isPositive();
  }

  @Test
  void aRestNeverFillsMoreThanABurst() {
    RateLimiter limiter = new RateLimiter(new RateLimit(2, 1), clock);
    assertThat(limiter.take("a")).isZero();
    clock.advance(Duration.ofDays(1));
    assertThat(limiter.take("a")).isZero();
    assertThat(limiter.take("a")).isZero();
    assertThat(limiter.take("a")).isPositive();
  }

  @Test
  void aClockThatGoesBackLetsNobodyThroughAndBlocksNobodyForLong() {
    RateLimiter limiter = new RateLimiter(new RateLimit(1, 1), clock);
    assertThat(limiter.take("a")).isZero();
    clock.advance(Duration.ofHours(-1));
    assertThat(limiter.take("a")).isEqualTo(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(limiter.take("a")).isZero();
  }

  @Test
  void tenTimesTooManyCallsStillGetTheWholeFlow() {
    RateLimiter limiter = new RateLimiter(new RateLimit(10, 50), clock);
    int passed = 0;
    for (int i = 0; i < 5_000; i++) {
      passed += limiter.take("a").isZero() ? 1 : 0;
      clock.advance(Duration.ofMillis(2));
    }
    assertThat(passed).isBetween(500, 510);
  }

  @Test
  void memoryIsBoundedUnderAFloodOfAddresses() {
    RateLimiter limiter = new RateLimiter(new RateLimit(1, 0.001), clock);
    assertThat(limiter.take("first")).isZero();
    for (int i = 0; i < RateLimiter.MAX_CALLERS; i++) {
      limiter.take("caller" + i);
    }
    assertThat(limiter.take("first")).as("forgotten, so full again").isZero();
  }
}
