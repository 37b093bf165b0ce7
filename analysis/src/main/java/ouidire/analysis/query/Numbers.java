package ouidire.analysis.query;

import org.jspecify.annotations.Nullable;

/** Numbers in a query. */
final class Numbers {
  private Numbers() {}

  /** Words between, 0 to {@link QueryLimits#MAX_WORDS_BETWEEN}. */
  static int words(String digits, int position, String operator) {
    int words = natural(digits);
    if (words < 0 || words > QueryLimits.MAX_WORDS_BETWEEN) {
      throw OperatorErrors.wordsBetween(position, operator + digits);
    }
    return words;
  }

  /** Times, from 1 to {@link QueryLimits#MAX_TIMES}. */
  static int times(String digits, int position) {
    int times = natural(digits);
    if (times < 1 || times > QueryLimits.MAX_TIMES) {
      throw OperatorErrors.times(position, digits);
    }
    return times;
  }

  /** A number without sign of at most 9 digits; -1 for anything else. */
  private static int natural(String digits) {
    if (digits.isEmpty() || digits.length() > 9) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = 10 * value + (c - '0');
    }
    return value;
  }

  /** {@code 1200}, {@code 10k}, {@code 2M}; null for anything else. */
  static @Nullable Long count(String text) {
    if (text.isEmpty()) {
      return null;
    }
    char unit = text.charAt(text.length() - 1);
    long factor = unit == 'k' || unit == 'K' ? 1_000 : unit == 'm' || unit == 'M' ? 1_000_000 : 1;
    String digits = factor == 1 ? text : text.substring(0, text.length() - 1);
    int value = natural(digits);
    return value < 0 ? null : value * factor;
  }

  /** {@code -0.5}, {@code 0,25}: between -1 and 1; null for anything else. */
  static @Nullable Double score(String text) {
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (i == text.length() || text.length() > 12) {
      return null;
    }
    for (int k = i; k < text.length(); k++) {
      char c = text.charAt(k);
      if ((c < '0' || c > '9') && c != '.' && c != ',') {
        return null;
      }
    }
    try {
      double value = Double.parseDouble(text.replace(',', '.'));
      return value < -1 || value > 1 ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
