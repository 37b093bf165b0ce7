package ouidire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sun, 01 Mar 2026 09:05:07 -0500        | 2026-03-01T14:05:07Z
          Sun, 1 Mar 2026 09:05:07 GMT           | 2026-03-01T09:05:07Z
          Sun,01 Mar 2026 09:05:07 GMT           | 2026-03-01T09:05:07Z
          01 Mar 2026 09:05 EST                  | 2026-03-01T14:05:00Z
          1 Mar 26 09:05:07 PDT                  | 2026-03-01T16:05:07Z
          Sun, 01 Mar 2026                       | 2026-03-01T00:00:00Z
          Sun, 01-Mar-2026 09:05:07 GMT          | 2026-03-01T09:05:07Z
          Sunday, March 1, 2026 9:05 PM          | 2026-03-01T21:05:00Z
          Sun, 01 March 2026 09:05:07 +01:00     | 2026-03-01T08:05:07Z
          Sun, 01 Mar 2026 09:05:07 Etc/GMT      | 2026-03-01T09:05:07Z
          Sun, 01 Mar 2026 09:05:07 America/Montreal | 2026-03-01T14:05:07Z
          Sun, 01 Mar 2026 09:05:07 GMT+0100     | 2026-03-01T08:05:07Z
          Sun, 01 Mar 2026 09:05:07 +0200 (CEST) | 2026-03-01T07:05:07Z
          Sun, 01 Mar 2026 24:00:00 GMT          | 2026-03-02T00:00:00Z
          Sun, 01 Mar 2026 09:05:60 GMT          | 2026-03-01T09:05:59Z
          Xyz, 01 Mar 2026 09:05:07 Z            | 2026-03-01T09:05:07Z
          Sun Mar  1 09:05:07 2026               | 2026-03-01T09:05:07Z
          Sun Mar  1 09:05:07 EST 2026           | 2026-03-01T14:05:07Z
          2026-03-01T09:05:07Z                   | 2026-03-01T09:05:07Z
          2026-03-01T09:05:07.123456789+01:00    | 2026-03-01T08:05:07Z
          2026-03-01T09:05:07+0100               | 2026-03-01T08:05:07Z
          2026-03-01T09:05-05:00                 | 2026-03-01T14:05:00Z
          2026-03-01 09:05:07                    | 2026-03-01T09:05:07Z
          2026-03-01 09:05:07 UTC                | 2026-03-01T09:05:07Z
          2026-03-01t09:05:07z                   | 2026-03-01T09:05:07Z
          2026-03-01T                            | 2026-03-01T00:00:00Z
          2026-03-01                             | 2026-03-01T00:00:00Z
          2026-3-1                               | 2026-03-01T00:00:00Z
          2026-03                                | 2026-03-01T00:00:00Z
          2026                                   | 2026-01-01T00:00:00Z
          20260301T090507Z                       | 2026-03-01T09:05:07Z
          20260301                               | 2026-03-01T00:00:00Z
          2026-060                               | 2026-03-01T00:00:00Z
          2026060                                | 2026-03-01T00:00:00Z
          26-03-01                               | 2026-03-01T00:00:00Z
          2026/03/01 09:05:07                    | 2026-03-01T09:05:07Z
          01/03/2026 09:05                       | 2026-03-01T09:05:00Z
          dim., 01 mars 2026 09:05:07 +0100      | 2026-03-01T08:05:07Z
          1er août 2026 à 9 h 05                 | 2026-08-01T00:00:00Z
          mardi 14 février 2006 10:11:12         | 2006-02-14T10:11:12Z
          le 3 décembre 2025                     | 2025-12-03T00:00:00Z
          Do, 01 Jul 2004 12:00:00 MESZ          | 2004-07-01T10:00:00Z
          01 de mayo de 2004                     | 2004-05-01T00:00:00Z
          2004년 5월 28일  오후 11:31:15            | 2004-05-28T14:31:15Z
          2004-05-28 오전 01:31:15                | 2004-05-27T16:31:15Z
          Κυρ, 11 Ιούλ 2004 12:00:00 EST         | 2004-07-11T17:00:00Z
          Δευ, 03 Μάϊ 2004 12:00:00 GMT          | 2004-05-03T12:00:00Z
          2004-július-13T9:15-05:00              | 2004-07-13T14:15:00Z
          2004-március-3T19:15+01:00             | 2004-03-03T18:15:00Z
          2026年3月1日 09:05                       | 2026-03-01T09:05:00Z
          1772355907                             | 2026-03-01T09:05:07Z
          1772355907000                          | 2026-03-01T09:05:07Z
          """)
  void reads(String written, Instant expected) {
    assertThat(FeedDates.parse(written)).as(written).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hier",
        "Sun, 99 Mar 2026 09:05:07 GMT",
        "2026-13-01",
        "2026-02-30T00:00:00Z",
        "12:00",
        "0000000000000000",
        "Sun, 01 Xyz 2026 00:00:00 GMT",
        "-",
        "T",
        "2026-03-01T99:99:99Z"
      })
  void refuses(String written) {
    assertThat(FeedDates.parse(written)).as(written).isEmpty();
  }

  @Test
  void theFirstDateThatIsOneCounts() throws Exception {
    assertThat(Feeds.item("<pubDate>bientôt</pubDate><dc:date>2026-03-01</dc:date>").publishedAt())
        .isEqualTo("2026-03-01T00:00:00Z");
  }
}
