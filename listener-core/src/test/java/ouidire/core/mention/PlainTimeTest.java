package ouidire.core.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTest {
  @Test
  void readsWhatWeWrite() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      long second = random.nextLong(-62_000_000_000L, 253_402_300_800L);
      int nano = random.nextInt(4) * random.nextInt(250_000) * (random.nextBoolean() ? 1_000 : 1);
      Instant time = Instant.ofEpochSecond(second, nano);
      assertThat(PlainTime.read(time.toString())).as("%s", time).isEqualTo(time);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-01",
        "2026-03-01T14:05Z",
        "2026-03-01T14:05:00+01:00",
        "2026-03-01T24:00:00Z",
        "2026-03-01T23:59:60Z",
        "2026-03-01 14:05:00Z",
        "2026-03-01T14:05:00.Z",
        "2026-03-01T14:05:00,1Z",
        "2026-0a-01T14:05:00Z",
        "+2026-03-01T14:05:00Z",
        "2026-03-01T14:05:00.1234567891Z",
      })
  void leavesOtherFormsToTheGeneralParser(String text) {
    assertThat(PlainTime.read(text)).isNull();
  }

  @Test
  void noDateIsRefused() {
    assertThatThrownBy(() -> PlainTime.read("2026-02-30T00:00:00Z"))
        .isInstanceOf(DateTimeException.class);
  }
}
