package ouidire.analysis.text;

import java.util.Set;

/** Where sentences end: at a line's end, and at marks that a space follows, abbreviations apart. */
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "m", "mm", "mme", "mmes", "mlle", "mlles", "dr", "dre", "me", "mgr", "pr", "st", "ste",
          "no", "nos", "art", "boul", "bd", "cf", "ex", "env", "tel", "p", "pp", "vol", "vs");

  /** Abbreviations that may end a sentence: they do not when a small letter follows. */
  private static final Set<String> LATE =
      Set.of("etc", "inc", "ltee", "ltd", "cie", "corp", "co", "jr", "av");

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
    if (first == '.' && after == from + 1 && isAbbreviation(text, from)) {
      return false;
    }
    int next = after;
    while (next < text.length() && next < after + 8 && Folding.isSpace(text.charAt(next))) {
      next++;
    }
    boolean small = next < text.length() && Character.isLowerCase(text.charAt(next));
    return !small || (first == '.' && !text.startsWith("..", from) && !isLate(text, from));
  }

  private static boolean isAbbreviation(String text, int end) {
    String word = wordBefore(text, end);
    return word.length() == 1
        ? Character.isUpperCase(word.charAt(0)) || word.equals("p")
        : ABBREVIATIONS.contains(Folding.fold(word));
  }

  private static boolean isLate(String text, int end) {
    return LATE.contains(Folding.fold(wordBefore(text, end)));
  }

  /** The letters before an offset; none when there are many. */
  private static String wordBefore(String text, int end) {
    int start = end;
    while (start > 0 && end - start < 6 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return end - start < 6 ? text.substring(start, end) : "";
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
