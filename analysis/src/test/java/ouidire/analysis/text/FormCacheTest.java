package ouidire.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FormCacheTest {
  private final AtomicInteger worked = new AtomicInteger();
  private final FormCache<Integer> cache =
      new FormCache<>(
          form -> {
            worked.incrementAndGet();
            return form.length();
          });

  @Test
  void aFormIsWorkedOutOnce() {
    assertThat(cache.of("yogourt")).isEqualTo(7);
    assertThat(cache.of(new String("yogourt"))).isEqualTo(7);
    assertThat(worked).hasValue(1);
  }

  @Test
  void moreFormsThanItHoldsAreStillRight() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 200_000; i++) {
        String form = "m" + i;
        assertThat(cache.of(form)).isEqualTo(form.length());
      }
    }
  }

  @Test
  void aVeryLongFormIsNotKept() {
    String form = "a".repeat(1_000);
    assertThat(cache.of(form)).isEqualTo(1_000);
    assertThat(cache.of(form)).isEqualTo(1_000);
    assertThat(worked).hasValue(2);
  }
}
