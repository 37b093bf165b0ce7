package ouidire.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {
  @ParameterizedTest
  @CsvSource({
    // The hour that happens twice in Montréal is two hours.
    "HOUR, America/Montreal, 2026-11-01T05:30:00Z, 2026-11-01T05:00:00Z, 2026-11-01T06:00:00Z",
    "HOUR, America/Montreal, 2026-11-01T06:30:00Z, 2026-11-01T06:00:00Z, 2026-11-01T07:00:00Z",
    // Saint-Jean de Terre-Neuve is half an hour off.
    "HOUR, America/St_Johns, 2026-01-01T12:10:00Z, 2026-01-01T11:30:00Z, 2026-01-01T12:30:00Z",
    // Lord Howe's clocks go back half an hour at 02:00: 01:30 to 02:00 happens twice.
    "HOUR, Australia/Lord_Howe, 2026-04-04T14:50:00Z, 2026-04-04T14:00:00Z, 2026-04-04T15:00:00Z",
    "HOUR, Australia/Lord_Howe, 2026-04-04T15:10:00Z, 2026-04-04T15:00:00Z, 2026-04-04T15:30:00Z",
    // Samoa had no 30 December 2011.
    "DAY, Pacific/Apia, 2011-12-30T09:00:00Z, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
    "WEEK, Europe/Paris, 2026-03-29T12:00:00Z, 2026-03-22T23:00:00Z, 2026-03-29T22:00:00Z",
    "MONTH, Europe/Paris, 2026-03-29T12:00:00Z, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
    "FIVE_MINUTES, UTC, 1969-12-31T23:59:59Z, 1969-12-31T23:55:00Z, 1970-01-01T00:00:00Z",
  })
  void cutsAsPeopleReadTheirClocks(
      BucketSize size, ZoneId zone, Instant time, Instant start, Instant next) {
    assertThat(Buckets.start(time, size, zone)).isEqualTo(start);
    assertThat(Buckets.next(time, size, zone)).isEqualTo(next);
  }

  @Test
  void everyTimeIsInExactlyItsBucket() {
    Random random = new Random(7);
    for (String name : List.of("America/Montreal", "Australia/Lord_Howe", "Asia/Kathmandu")) {
      ZoneId zone = ZoneId.of(name);
      for (int i = 0; i < 2_000; i++) {
        Instant time =
            Instant.parse("2020-01-01T00:00:00Z")
                .plusSeconds(random.nextLong(Duration.ofDays(3_000).toSeconds()));
        for (BucketSize size : BucketSize.values()) {
          Instant start = Buckets.start(time, size, zone);
          Instant next = Buckets.next(time, size, zone);
          assertThat(start).as("%s %s %s", name, size, time).isBeforeOrEqualTo(time);
          assertThat(next).as("%s %s %s", name, size, time).isAfter(time);
          assertThat(Buckets.start(start, size, zone)).isEqualTo(start);
          assertThat(Buckets.next(start, size, zone)).isEqualTo(next);
          assertThat(Buckets.start(next, size, zone)).isEqualTo(next);
        }
      }
    }
  }
}
