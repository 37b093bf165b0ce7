package ouidire.analysis.text;

import java.util.Set;

/** Where sentences end: at a line's end, and at marks that a space follows, abbreviations apart. */
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "m", "mm", "mme", "mmes", "mlle", "mlles", "dr", "dre", "me", "mgr", "pr", "st", "ste",
          "no", "nos", "art", "av", "boul", "bd", "cf", "ex", "env", "tel", "p", "pp", "vol", "vs");

  private Sentences() {}

  /** The offset after a run of marks and what closes behind them. */
  static int afterMarks(String text, int from, MentionTokens out) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '?' || c == '？') {
        out.question();
      } else if (!isMark(c) && !closes(c)) {
        break;
      }
      i++;
    }
    return i;
  }

  static boolean endsAt(String text, int from, int after) {
    char first = text.charAt(from);
    if (isLine(first) || isLine(text.charAt(after - 1))) {
      return true;
    }
    if (after == text.length()) {
      return true;
    }
    if (first == '。' || first == '！' || first == '？') {
      return true;
    }
    if (!Folding.isSpace(text.charAt(after))) {
      return false;
    }
    if (first != '.' && first != '…') {
      return true;
    }
    int next = after;
    while (next < text.length() && next < after + 8 && Folding.isSpace(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
      return false;
    }
    return first != '.' || after > from + 1 || !isAbbreviation(text, from);
  }

  private static boolean isAbbreviation(String text, int end) {
    int start = end;
    while (start > 0 && end - start < 6 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    int letters = end - start;
    if (letters == 1) {
      return Character.isUpperCase(text.charAt(start)) || text.charAt(start) == 'p';
    }
    return letters > 0
        && letters < 6
        && ABBREVIATIONS.contains(Folding.fold(text.substring(start, end)));
  }

  private static boolean isLine(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isMark(char c) {
    return c == '.' || c == '!' || c == '…' || c == '！' || c == '。' || isLine(c);
  }

  private static boolean closes(char c) {
    return c == ')' || c == '"' || c == '”' || c == '»' || c == ']' || c == '’' || c == '\'';
  }
}
