package ouidire.ingest.feed;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates of every habit: RFC 822/2822 with or without weekday, zone, comma, seconds; W3CDTF and ISO
 * 8601 in full or in part (ordinal, compact, two-digit years); asctime; Unix seconds; Korean,
 * Hungarian, Greek and French forms, month names of a dozen languages. A date without a zone is
 * UTC, one without a time is midnight.
 */
final class FeedDates {
  private static final int LONGEST = 120;

  private static final String TIME =
      "(?<hour>\\d{1,2})[:.h](?<minute>\\d{1,2})(?:[:.](?<second>\\d{1,2})(?:[.,]\\d{1,9})?)?"
          + "\\s*(?<half>[ap]\\.?m\\b\\.?)?";
  private static final String ZONE =
      "(?<zone>[a-z]+/[a-z_]+|z|[+-]\\d{1,2}:?\\d{2}|[+-]\\d{1,2}|(?:gmt|utc)\\s*[+-]\\d{1,2}:?\\d{0,2}|[a-z]{1,5})";

  private static final Pattern ISO =
      Pattern.compile(
          "(?<year>\\d{4})(?:-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?)?"
              + "(?:\\s*[t ,]\\s*(?:"
              + TIME
              + ")?\\s*"
              + ZONE
              + "?.*)?");
  private static final Pattern ISO_COMPACT =
      Pattern.compile(
          "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"
              + "(?:[t ]?(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2}))?(?:\\.\\d+)?"
              + "(?<half>(?!))?\\s*"
              + ZONE
              + "?)?");
  private static final Pattern ISO_ORDINAL =
      Pattern.compile(
          "(?<year>\\d{4})-?(?<ordinal>\\d{3})(?:[t ]\\s*" + TIME + "\\s*" + ZONE + "?)?");
  private static final Pattern ISO_SHORT_YEAR =
      Pattern.compile(
          "(?<year>\\d{2})-?(?<month>\\d{2})-?(?<day>\\d{2})(?:[t ]\\s*"
              + TIME
              + "\\s*"
              + ZONE
              + "?)?");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:\\p{L}+(?:\\.?,\\s*|\\.?\\s+))?(?:le\\s+)?(?<day>\\d{1,2})(?:er|st|nd|rd|th|\\.)?[\\s/.-]+(?:de\\s+)?"
              + "(?<name>\\p{L}{2,}|\\d{1,2})\\.?,?[\\s/.-]+(?:de\\s+)?(?<year>\\d{4}|\\d{2})"
              + "(?:,?\\s+(?:a|at|um)?\\s*"
              + TIME
              + ")?(?:\\s*\\(?"
              + ZONE
              + "\\b.*)?.{0,20}");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:\\p{L}+(?:\\.?,\\s*|\\.?\\s+))?(?<name>\\p{L}{3,})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+"
              + "(?<year>\\d{4})(?:,?\\s+(?:at\\s+)?"
              + TIME
              + ")?(?:\\s*"
              + ZONE
              + "\\b.*)?");
  private static final Pattern ASCTIME =
      Pattern.compile(
          "(?:\\p{L}+(?:\\.?,\\s*|\\.?\\s+))?(?<name>\\p{L}{3,})\\.?\\s+(?<day>\\d{1,2})\\s+"
              + TIME
              + "(?:\\s+"
              + ZONE
              + ")??\\s+(?<year>\\d{4})");
  private static final Pattern NAMED_ISO =
      Pattern.compile(
          "(?<year>\\d{4})[\\s/.-]+(?<name>\\p{L}{3,}|\\d{1,2})[\\s/.-]+(?<day>\\d{1,2})"
              + "(?:[t\\s,]+"
              + TIME
              + "\\s*"
              + ZONE
              + "?)?");
  private static final Pattern KOREAN =
      Pattern.compile(
          "(?<year>\\d{4})(?:년\\s*|-)(?<month>\\d{1,2})(?:월\\s*|-)(?<day>\\d{1,2})일?"
              + "\\s*(?<half>오전|오후)?\\s*(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2}))?");
  private static final Pattern CJK =
      Pattern.compile(
          "(?<year>\\d{4})年\\s*(?<month>\\d{1,2})月\\s*(?<day>\\d{1,2})日"
              + "(?:.{0,6}?(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2}))?(?<half>(?!))?)?.{0,10}");
  private static final Pattern UNIX = Pattern.compile("(?<seconds>\\d{9,10})(?<millis>\\d{3})?");

  private FeedDates() {}

  /** The moment a feed's date means; empty when it means none. */
  static Optional<Instant> parse(@Nullable String written) {
    if (written == null || written.length() > LONGEST) {
      return Optional.empty();
    }
    String text = written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    Matcher korean = KOREAN.matcher(text);
    if (text.matches(".*[년오].*") && korean.matches()) {
      return moment(korean, ZoneOffset.ofHours(9));
    }
    String plain = plain(text);
    Matcher unix = UNIX.matcher(plain);
    if (unix.matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(unix.group("seconds"))));
    }
    for (Pattern form :
        new Pattern[] {
          ISO_COMPACT,
          ISO_ORDINAL,
          ISO,
          ISO_SHORT_YEAR,
          ASCTIME,
          DAY_FIRST,
          MONTH_FIRST,
          NAMED_ISO,
          CJK
        }) {
      Matcher matcher = form.matcher(plain);
      if (matcher.matches()) {
        Optional<Instant> moment = moment(matcher, ZoneOffset.UTC);
        if (moment.isPresent()) {
          return moment;
        }
      }
    }
    return Optional.empty();
  }

  /** Without accents, which people leave out and encodings lose. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  private static Optional<Instant> moment(Matcher m, ZoneId otherwise) {
    try {
      LocalDate date = date(m);
      boolean timed = group(m, "hour") != null;
      LocalTime time = timed ? time(m) : LocalTime.MIN;
      boolean midnight = timed && Integer.parseInt(m.group("hour")) == 24;
      LocalDateTime at = LocalDateTime.of(date, time).plusDays(midnight ? 1 : 0);
      ZoneId zone = DateZones.find(group(m, "zone")).orElse(otherwise);
      return Optional.of(at.atZone(zone).toInstant());
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static LocalDate date(Matcher m) {
    String digits = m.group("year");
    int year = Integer.parseInt(digits);
    if (digits.length() == 2) {
      year += year < 70 ? 2000 : 1900;
    }
    String ordinal = group(m, "ordinal");
    if (ordinal != null) {
      return Year.of(year).atDay(Integer.parseInt(ordinal));
    }
    String day = group(m, "day");
    return LocalDate.of(year, month(m), day == null ? 1 : Integer.parseInt(day));
  }

  private static int month(Matcher m) {
    String name = group(m, "name");
    String number = name == null ? group(m, "month") : name;
    if (number == null) {
      return 1;
    }
    return Character.isDigit(number.charAt(0))
        ? Integer.parseInt(number)
        : MonthNames.number(number)
            .orElseThrow(() -> new DateTimeException("no month of any language we know"));
  }

  private static LocalTime time(Matcher m) {
    int hour = Integer.parseInt(m.group("hour")) % 24;
    String half = group(m, "half");
    if (half != null && (half.startsWith("p") || half.equals("오후")) && hour < 12) {
      hour += 12;
    } else if (half != null && (half.startsWith("a") || half.equals("오전")) && hour == 12) {
      hour = 0;
    }
    String second = group(m, "second");
    int seconds = second == null ? 0 : Math.min(59, Integer.parseInt(second));
    return LocalTime.of(hour, Integer.parseInt(m.group("minute")), seconds);
  }

  private static @Nullable String group(Matcher m, String name) {
    return m.namedGroups().containsKey(name) ? m.group(name) : null;
  }
}
