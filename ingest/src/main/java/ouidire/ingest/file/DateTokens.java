package ouidire.ingest.file;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a date that people write: numbers, month names, time of day, offset, in any order.
 */
final class DateTokens {
  private static final int MAX_LENGTH = 80;

  private final String text;
  private final int[] numbers = new int[3];
  private final int[] widths = new int[3];
  private int count;
  private int month;
  private boolean tuesday;
  private int hour = -1;
  private int minute;
  private int second;
  private int nanos;
  private @Nullable ZoneOffset offset;
  private boolean understood;
  private int at;

  DateTokens(String value) {
    text = folded(value);
    understood = text.length() <= MAX_LENGTH && read();
  }

  boolean understood() {
    return understood;
  }

  @Nullable ZoneOffset offset() {
    return offset;
  }

  /** Null when parts are missing; a {@link java.time.DateTimeException} when they do not fit. */
  @Nullable LocalDateTime dateTime(boolean dayFirst) {
    int h = Math.max(hour, 0);
    if (month > 0 && count == 2) {
      boolean yearFirst = widths[0] == 4 || numbers[0] > 31;
      int year = year(yearFirst ? 0 : 1);
      return LocalDateTime.of(year, month, numbers[yearFirst ? 1 : 0], h, minute, second, nanos);
    }
    if (month > 0 || count != 3) {
      return null;
    }
    if (widths[0] == 4) {
      return LocalDateTime.of(numbers[0], numbers[1], numbers[2], h, minute, second, nanos);
    }
    Boolean said = saysDayFirst();
    boolean days = said == null ? dayFirst : said;
    return LocalDateTime.of(
        year(2), numbers[days ? 1 : 0], numbers[days ? 0 : 1], h, minute, second, nanos);
  }

  @Nullable Boolean saysDayFirst() {
    if (!slashed() || numbers[0] > 12 == numbers[1] > 12) {
      return null;
    }
    return numbers[0] > 12;
  }

  boolean ambiguous() {
    return slashed() && numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1];
  }

  private boolean slashed() {
    return month == 0 && count == 3 && widths[0] <= 2;
  }

  private int year(int index) {
    int n = numbers[index];
    return widths[index] >= 3 ? n : n < 70 ? 2000 + n : 1900 + n;
  }

  private boolean read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (digit(c)) {
        if (!number()) {
          return false;
        }
      } else if (Character.isLetter(c)) {
        if (!word()) {
          return false;
        }
      } else if ((c == '+' || c == '-') && hour >= 0 && offset == null && offsetFollows()) {
        if (!readOffset(c == '-' ? -1 : 1)) {
          return false;
        }
      } else if (" /-.,·|()[]'".indexOf(c) < 0) {
        return false;
      } else {
        at++;
      }
    }
    return count > 0;
  }

  private boolean number() {
    int start = at;
    int n = integer();
    int width = at - start;
    int next = skipSpaces(at);
    boolean colon = next < text.length() && text.charAt(next) == ':';
    if (hour < 0 && width <= 2 && (colon || hourWord(next))) {
      hour = n;
      at = next + 1;
      return clock(colon);
    }
    if (hour < 0 && width <= 2 && halfDay(next)) {
      hour = n;
      return true;
    }
    if (count == 3 || width > 4) {
      return false;
    }
    numbers[count] = n;
    widths[count++] = width;
    return true;
  }

  /** What follows the hour: minutes, seconds and their parts. */
  private boolean clock(boolean colon) {
    int next = skipSpaces(at);
    if (next >= text.length() || !digit(text.charAt(next))) {
      return !colon;
    }
    int start = at;
    at = next;
    int n = integer();
    if (at - next != 2) {
      // "14 h" and then the day: not minutes.
      at = start;
      return !colon;
    }
    minute = n;
    unit("min", "mn", "m");
    if (at + 1 < text.length() && text.charAt(at) == ':') {
      at++;
    } else if (colon || at >= text.length() || !digit(text.charAt(at))) {
      return true;
    }
    second = Math.min(59, integer());
    unit("sec", "s");
    if (at + 1 < text.length()
        && ".,".indexOf(text.charAt(at)) >= 0
        && digit(text.charAt(at + 1))) {
      int scale = 100_000_000;
      for (at++; at < text.length() && digit(text.charAt(at)); at++) {
        nanos += (text.charAt(at) - '0') * scale;
        scale /= 10;
      }
    }
    return true;
  }

  private void unit(String... words) {
    int start = skipSpaces(at);
    for (String word : words) {
      int end = start + word.length();
      if (text.startsWith(word, start)
          && (end >= text.length() || !Character.isLetter(text.charAt(end)))) {
        at = end;
        return;
      }
    }
  }

  private boolean word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    Integer named = DateWords.MONTHS.get(word);
    // "mar." is a Tuesday in French when the month is named elsewhere.
    boolean maybeTuesday = word.equals("mar");
    if (named != null && (month == 0 || tuesday && !maybeTuesday)) {
      month = named;
      tuesday = maybeTuesday;
      return true;
    }
    if (maybeTuesday) {
      return true;
    }
    if (word.equals("am") || word.equals("pm")) {
      if (hour < 1 || hour > 12) {
        return hour >= 0;
      }
      hour = hour % 12 + (word.equals("pm") ? 12 : 0);
      return true;
    }
    ZoneOffset zone = DateWords.ZONES.get(word);
    if (zone != null && hour >= 0) {
      offset = zone;
      return true;
    }
    return DateWords.IGNORED.contains(word);
  }

  private boolean offsetFollows() {
    int digits = 0;
    int i = at + 1;
    while (i < text.length() && digit(text.charAt(i))) {
      digits++;
      i++;
    }
    return digits == 4 || digits == 2 || digits == 1 && i < text.length() && text.charAt(i) == ':';
  }

  private boolean readOffset(int sign) {
    int start = ++at;
    int hours = integer();
    int minutes = 0;
    if (at - start == 4) {
      minutes = hours % 100;
      hours /= 100;
    } else if (at < text.length() && text.charAt(at) == ':') {
      at++;
      minutes = integer();
    }
    if (hours > 17 || minutes > 59) {
      return false;
    }
    offset = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    return true;
  }

  private boolean hourWord(int i) {
    return i < text.length()
        && text.charAt(i) == 'h'
        && (i + 1 == text.length() || !Character.isLetter(text.charAt(i + 1)));
  }

  private boolean halfDay(int i) {
    return text.startsWith("am", i) || text.startsWith("pm", i);
  }

  private int integer() {
    int n = 0;
    while (at < text.length() && digit(text.charAt(at))) {
      n = Math.min(100_000_000, 10 * n + text.charAt(at++) - '0');
    }
    return n;
  }

  private int skipSpaces(int i) {
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Lower case without accents, every blank a space, {@code a.m.} as {@code am}. */
  private static String folded(String value) {
    String plain = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH + 1) : value;
    StringBuilder folded = new StringBuilder(plain.length());
    for (char c : Normalizer.normalize(plain, Normalizer.Form.NFKD).toCharArray()) {
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(Character.isWhitespace(c) || c == '\u00a0' ? ' ' : c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT).replace("a.m.", "am").replace("p.m.", "pm");
  }
}
