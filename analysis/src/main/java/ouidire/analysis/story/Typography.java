package ouidire.analysis.story;

/** What the letters of a text tell before its words are read: datelines, shouting, places. */
final class Typography {
  /** Characters within which a dateline ends. */
  private static final int LONGEST_DATELINE = 60;

  private Typography() {}

  /**
   * Where the text begins behind a dateline such as {@code MONTRÉAL (Agence) —}: 0 when it has
   * none.
   */
  static int dateline(String text) {
    int upper = 0;
    int letters = 0;
    int end = Math.min(text.length() - 1, LONGEST_DATELINE);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        upper += Character.isUpperCase(c) ? 1 : 0;
      }
      boolean dash = (c == '—' || c == '–' || c == '-') && text.charAt(i + 1) == ' ';
      boolean named = text.charAt(0) == '(' && i > 0 && text.charAt(i - 1) != ' ';
      if (dash && i > 0 && text.charAt(i - 1) == ' ' && (2 * upper > letters || opens(text, i))) {
        return i + 1;
      }
      if (named && c == ')') {
        return i + 1;
      }
      if (c == '.' || c == '!' || c == '?' || c == '\n') {
        return 0;
      }
    }
    return 0;
  }

  /** Whether a bracket with a name stands before the dash. */
  private static boolean opens(String text, int dash) {
    int close = text.lastIndexOf(')', dash);
    return close >= 0 && dash - close <= 2 && text.indexOf('(') < close;
  }

  /** Whether {@code à} stands before: what follows is a place more often than not. */
  static boolean precededByAt(String text, int start) {
    return start >= 2
        && text.charAt(start - 1) == ' '
        && (text.charAt(start - 2) == 'à' || text.charAt(start - 2) == 'À')
        && (start == 2 || !Character.isLetter(text.charAt(start - 3)));
  }

  /** Whether most of its letters are capitals, so that these name nothing. */
  static boolean isShouted(String text) {
    int upper = 0;
    int letters = 0;
    for (int i = 0; i < Math.min(text.length(), 200); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        upper += Character.isUpperCase(c) ? 1 : 0;
      }
    }
    return letters > 8 && upper > 0.6 * letters;
  }
}
