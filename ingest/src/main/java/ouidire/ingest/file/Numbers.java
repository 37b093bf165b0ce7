package ouidire.ingest.file;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counters as people's tools write them. */
final class Numbers {
  private Numbers() {}

  /**
   * {@code 1234}, {@code 1 234}, {@code 1,234}, {@code 1234.0}, {@code 1,2 k}, {@code 3.4M}; null
   * when it is no count from 0, since a counter is not worth refusing a mention for.
   */
  static @Nullable Long count(@Nullable String cell) {
    if (cell == null || cell.isEmpty() || cell.length() > 24) {
      return null;
    }
    String text = cell.strip().toLowerCase(Locale.ROOT);
    long times = 1;
    if (text.endsWith("k")) {
      times = 1_000;
    } else if (text.endsWith("m")) {
      times = 1_000_000;
    }
    String digits = (times == 1 ? text : text.substring(0, text.length() - 1)).strip();
    StringBuilder whole = new StringBuilder();
    int parts = 0;
    int lastPart = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c >= '0' && c <= '9') {
        whole.append(c);
        lastPart++;
      } else if (c == '.' || c == ',') {
        parts++;
        lastPart = 0;
      } else if (c != ' ' && c != '\u00a0' && c != '\u202f' && c != '\'') {
        return null;
      }
    }
    if (whole.isEmpty() || whole.length() > 15) {
      return null;
    }
    long n = Long.parseLong(whole.toString());
    // One separator before other than three digits is a decimal one; 1.234k is 1,234 either way.
    boolean decimal = parts == 1 && (lastPart != 3 || times > 1);
    return decimal ? Math.round(n * times / Math.pow(10, lastPart)) : n * times;
  }
}
