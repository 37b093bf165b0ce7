package ouidire.ingest.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.InvalidMentionException;

/**
 * Reads dates as exports and people write them: ISO 8601 and RFC 5322 with their loose cousins,
 * {@code 2 mars 2026 à 14 h 05}, {@code March 2, 2026 2:05 PM}, {@code 02/03/2026 14:05}, seconds,
 * milliseconds or microseconds since 1970, days since 1899-12-30 (a spreadsheet's serial number).
 * Without a time of day it is the day's beginning; without an offset, the zone given.
 */
final class DateReader {
  private static final long SPREADSHEET_EPOCH_DAY = -25_569;

  private final ZoneId zone;
  private final boolean dayFirst;

  DateReader(ZoneId zone, boolean dayFirst) {
    this.zone = zone;
    this.dayFirst = dayFirst;
  }

  /**
   * @throws InvalidMentionException when it is no date that we know
   */
  Instant read(String value) {
    Instant read = readOrNull(value);
    if (read == null) {
      throw new InvalidMentionException(
          "publishedAt",
          "n’est pas une date ; donnez-la comme 2026-03-02T14:05:00-05:00",
          "is not a date; give it as 2026-03-02T14:05:00-05:00");
    }
    return read;
  }

  /** Null when it is no date that we know. */
  @Nullable Instant readOrNull(String value) {
    try {
      Instant iso = iso(value);
      if (iso != null) {
        return iso;
      }
      String text = value.strip();
      if (numeric(text)) {
        return number(text);
      }
      DateTokens tokens = new DateTokens(text);
      if (!tokens.understood()) {
        return null;
      }
      LocalDateTime local = tokens.dateTime(dayFirst);
      ZoneOffset offset = tokens.offset();
      return local == null ? null : at(local, offset);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  /** The commonest form, {@code 2026-03-02T14:05:06}, with what may follow, without tokens. */
  private @Nullable Instant iso(String s) {
    int length = s.length();
    if (length < 19 || s.charAt(4) != '-' || s.charAt(7) != '-' || s.charAt(13) != ':') {
      return null;
    }
    if (s.charAt(16) != ':' || s.charAt(10) != 'T' && s.charAt(10) != ' ') {
      return null;
    }
    int year = digits(s, 0, 4);
    int month = digits(s, 5, 7);
    int day = digits(s, 8, 10);
    int hour = digits(s, 11, 13);
    int minute = digits(s, 14, 16);
    int second = digits(s, 17, 19);
    if ((year | month | day | hour | minute | second) < 0) {
      return null;
    }
    int i = 19;
    int nanos = 0;
    if (i < length && (s.charAt(i) == '.' || s.charAt(i) == ',')) {
      int scale = 100_000_000;
      for (i++; i < length && s.charAt(i) >= '0' && s.charAt(i) <= '9'; i++) {
        nanos += (s.charAt(i) - '0') * scale;
        scale /= 10;
      }
    }
    LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second, nanos);
    if (i == length) {
      return at(local, null);
    }
    if (i + 1 == length && s.charAt(i) == 'Z') {
      return local.toInstant(ZoneOffset.UTC);
    }
    boolean colon = i + 6 == length && s.charAt(i + 3) == ':';
    if (colon || i + 5 == length) {
      char sign = s.charAt(i);
      int hours = digits(s, i + 1, i + 3);
      int minutes = digits(s, length - 2, length);
      if ((sign == '+' || sign == '-') && (hours | minutes) >= 0) {
        int total = hours * 60 + minutes;
        return local.toInstant(ZoneOffset.ofTotalSeconds(60 * (sign == '-' ? -total : total)));
      }
    }
    return null;
  }

  private static int digits(String s, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      int digit = s.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      n = 10 * n + digit;
    }
    return n;
  }

  private static boolean numeric(String s) {
    boolean point = false;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if ((c == '.' || c == ',') && !point && i > 0) {
        point = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return !s.isEmpty() && s.length() <= 25;
  }

  private @Nullable Instant number(String s) {
    int point = Math.max(s.indexOf('.'), s.indexOf(','));
    String whole = point < 0 ? s : s.substring(0, point);
    double fraction = point < 0 ? 0 : Double.parseDouble("0." + s.substring(point + 1) + "0");
    boolean century = whole.startsWith("19") || whole.startsWith("20");
    long n = whole.length() > 18 ? -1 : Long.parseLong(whole);
    return switch (whole.length()) {
      case 5 -> spreadsheet(n, fraction);
      case 8 -> century ? at(compact(whole + "000000"), null) : null;
      case 12 -> century ? at(compact(whole + "00"), null) : Instant.ofEpochMilli(n);
      case 14 -> century ? at(compact(whole), null) : null;
      case 9, 10 -> Instant.ofEpochSecond(n, (long) (fraction * 1e9));
      case 13 -> Instant.ofEpochMilli(n);
      case 16 -> Instant.ofEpochSecond(n / 1_000_000, n % 1_000_000 * 1000);
      case 19 ->
          Instant.ofEpochSecond(
              Long.parseLong(whole.substring(0, 10)), Long.parseLong(whole.substring(10)));
      default -> null;
    };
  }

  private Instant spreadsheet(long days, double fraction) {
    long seconds = Math.round(fraction * 86_400);
    return at(
        LocalDateTime.ofEpochSecond(
            (days + SPREADSHEET_EPOCH_DAY) * 86_400 + seconds, 0, ZoneOffset.UTC),
        null);
  }

  private static LocalDateTime compact(String s) {
    return LocalDateTime.of(
        digits(s, 0, 4),
        digits(s, 4, 6),
        digits(s, 6, 8),
        digits(s, 8, 10),
        digits(s, 10, 12),
        digits(s, 12, 14));
  }

  private Instant at(LocalDateTime local, @Nullable ZoneOffset offset) {
    return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
  }
}
