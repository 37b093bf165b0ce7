package ouidire.analysis.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.text.Measure;
import ouidire.analysis.text.MentionFacts;

/** Reads comparisons: {@code >10}, {@code <=2k}, {@code 5}, {@code [10 TO 50]}. */
final class Ranges {
  private Ranges() {}

  static Query read(Measure measure, String field, String value, int position) {
    int to = value.indexOf(" TO ");
    if (to >= 0) {
      return between(measure, field, value, to, position);
    }
    String operator =
        value.startsWith(">=") || value.startsWith("<=")
            ? value.substring(0, 2)
            : "<>=".indexOf(value.charAt(0)) >= 0 ? value.substring(0, 1) : "";
    String digits = value.substring(operator.length());
    Long number = number(measure, digits);
    if (number == null) {
      throw bad(measure, field, value, position);
    }
    long low = Long.MIN_VALUE;
    long high = Long.MAX_VALUE;
    switch (operator) {
      case ">" -> low = number + 1;
      case ">=" -> low = number;
      case "<" -> high = number - 1;
      case "<=" -> high = number;
      default -> {
        low = number;
        high = number;
      }
    }
    String sign = operator.isEmpty() ? "=" : operator;
    return new Query.Range(measure, low, high, field + ":" + sign + written(measure, number));
  }

  private static Query between(Measure measure, String field, String value, int to, int position) {
    String from = value.substring(0, to).strip();
    String until = value.substring(to + 4).strip();
    Long low = from.equals("*") ? Long.valueOf(Long.MIN_VALUE) : number(measure, from);
    Long high = until.equals("*") ? Long.valueOf(Long.MAX_VALUE) : number(measure, until);
    if (low == null || high == null || low > high) {
      throw bad(measure, field, "[" + value + "]", position);
    }
    String first = low == Long.MIN_VALUE ? "*" : written(measure, low);
    String last = high == Long.MAX_VALUE ? "*" : written(measure, high);
    return new Query.Range(measure, low, high, field + ":[" + first + " TO " + last + "]");
  }

  private static @Nullable Long number(Measure measure, String digits) {
    if (measure != Measure.TONE) {
      return Numbers.count(digits);
    }
    Double score = Numbers.score(digits);
    return score == null ? null : Long.valueOf(MentionFacts.score(score));
  }

  private static String written(Measure measure, long number) {
    if (measure != Measure.TONE) {
      return Long.toString(number);
    }
    String digits = String.format(Locale.ROOT, "%.4f", number / 10_000.0);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }

  private static QueryException bad(Measure measure, String field, String value, int position) {
    return measure == Measure.TONE
        ? TermErrors.badValue(
            position,
            field,
            value,
            "neg, neu, pos, unknown, ou une comparaison entre -1 et 1",
            "neg, neu, pos, unknown, or a comparison between -1 and 1",
            field + ":<-0.5")
        : TermErrors.badValue(
            position,
            field,
            value,
            "une comparaison > >= < <= = ou [a TO b]",
            "a comparison > >= < <= = or [a TO b]",
            field + ":>100");
  }
}
