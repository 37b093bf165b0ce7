package ouidire.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final DateReader DAY_FIRST = new DateReader(TORONTO, true);
  private static final DateReader MONTH_FIRST = new DateReader(TORONTO, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-02T14:05:06Z | 2026-03-02T14:05:06Z",
        "2026-03-02T14:05:06.123456Z | 2026-03-02T14:05:06.123456Z",
        "2026-03-02T14:05:06+01:00 | 2026-03-02T13:05:06Z",
        "2026-03-02T14:05:06-0500 | 2026-03-02T19:05:06Z",
        "2026-03-02T14:05Z | 2026-03-02T14:05:00Z",
        "2026-03-02 14:05:06 | 2026-03-02T19:05:06Z",
        "2026-03-02 14:05 | 2026-03-02T19:05:00Z",
        "2026-03-02 14:05:06 UTC | 2026-03-02T14:05:06Z",
        "2026-03-02 14:05:06 +0000 | 2026-03-02T14:05:06Z",
        "2026-03-02 14:05:06.0 | 2026-03-02T19:05:06Z",
        "2026-03-02 | 2026-03-02T05:00:00Z",
        "2026/03/02 14:05 | 2026-03-02T19:05:00Z",
        "2026.03.02 | 2026-03-02T05:00:00Z",
        "20260302 | 2026-03-02T05:00:00Z",
        "20260302140506 | 2026-03-02T19:05:06Z",
        "Mon, 02 Mar 2026 14:05:06 +0000 | 2026-03-02T14:05:06Z",
        "Mon, 2 Mar 2026 14:05:06 EST | 2026-03-02T19:05:06Z",
        "Mon Mar 02 14:05:06 +0000 2026 | 2026-03-02T14:05:06Z",
        "2 mars 2026 14:05 | 2026-03-02T19:05:00Z",
        "lundi 2 mars 2026 à 14 h 05 | 2026-03-02T19:05:00Z",
        "Lundi, 2 mars 2026, 14h05 | 2026-03-02T19:05:00Z",
        "le 2 mars 2026 à 14 h | 2026-03-02T19:00:00Z",
        "1er août 2026 à 9 h 30 min | 2026-08-01T13:30:00Z",
        "mar. 3 mars 2026 | 2026-03-03T05:00:00Z",
        "12 déc. 2025 23:59:59 | 2025-12-13T04:59:59Z",
        "14:05 · 2 mars 2026 | 2026-03-02T19:05:00Z",
        "March 2, 2026 2:05 PM | 2026-03-02T19:05:00Z",
        "Mar 2, 2026, 12:05 a.m. | 2026-03-02T05:05:00Z",
        "2:05 PM · Mar 2, 2026 | 2026-03-02T19:05:00Z",
        "02-Mar-2026 02:05PM | 2026-03-02T19:05:00Z",
        "2-févr.-26 | 2026-02-02T05:00:00Z",
        "02/03/2026 14:05 | 2026-03-02T19:05:00Z",
        "02/03/26 14h05 | 2026-03-02T19:05:00Z",
        "02.03.2026 14:05:06 | 2026-03-02T19:05:06Z",
        "3/25/2026 9:05 AM | 2026-03-25T13:05:00Z",
        "25-03-2026 | 2026-03-25T04:00:00Z",
        "1772460306 | 2026-03-02T14:05:06Z",
        "1772460306.5 | 2026-03-02T14:05:06.500Z",
        "1772460306123 | 2026-03-02T14:05:06.123Z",
        "1772460306123456 | 2026-03-02T14:05:06.123456Z",
        "46083.5 | 2026-03-02T17:00:00Z",
        "46083,25 | 2026-03-02T11:00:00Z",
        "2026-03-08 02:30 | 2026-03-08T07:30:00Z",
      })
  void everyHabitIsRead(String written, Instant meant) {
    assertThat(DAY_FIRST.readOrNull(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "02/03/2026 14:05 | 2026-02-03T19:05:00Z",
        "25/03/2026 14:05 | 2026-03-25T18:05:00Z",
        "2026-03-02 14:05 | 2026-03-02T19:05:00Z",
        "2 mars 2026 14:05 | 2026-03-02T19:05:00Z",
      })
  void monthFirstOnlyWhereItCouldBeEither(String written, Instant meant) {
    assertThat(MONTH_FIRST.readOrNull(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hier",
        "il y a 2 heures",
        "2026",
        "14:05",
        "mars 2026",
        "30 février 2026",
        "2026-02-30",
        "99/99/2026",
        "2026-03-02T25:00:00Z",
        "2026-03-02T14:05:06+99:00",
        "1,23E+18",
        "12",
        "",
        "2 mars avril 2026",
        "Très bon le 2 mars 2026"
      })
  void whatIsNoDateIsNone(String written) {
    assertThat(DAY_FIRST.readOrNull(written)).isNull();
  }

  @Property(tries = 2_000)
  void anythingElseIsADateOrNot(@ForAll String text) {
    DAY_FIRST.readOrNull(text);
    DAY_FIRST.readOrNull("2026-03-02 " + text);
    DAY_FIRST.readOrNull("14:05 " + text);
  }
}
