package ouidire.analysis.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
  private final AtomicLong now = new AtomicLong(-7_000_000_000L);
  private final TimeBudget budget = new TimeBudget(Duration.ofMillis(200), now::get);

  @Test
  void whatIsKeptMayBeSpentAtOnceAndNoMore() {
    budget.spend(millis(999));
    assertThat(budget.allows()).isTrue();
    budget.spend(millis(2));
    assertThat(budget.allows()).isFalse();
  }

  @Test
  void whatIsOwedIsPaidBackFirst() {
    budget.spend(millis(1200));
    now.addAndGet(millis(1000));
    assertThat(budget.allows()).isFalse();
    now.addAndGet(millis(10));
    assertThat(budget.allows()).isTrue();
  }

  @Test
  void anIdleDayKeepsFiveSecondsOfBudget() {
    now.addAndGet(Duration.ofDays(1).toNanos());
    assertThat(budget.allows()).isTrue();
    budget.spend(millis(1001));
    assertThat(budget.allows()).isFalse();
  }

  private static long millis(long count) {
    return Duration.ofMillis(count).toNanos();
  }
}
