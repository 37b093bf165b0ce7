package ouidire.analysis.query;

/** Patterns with {@code *} and {@code ?}, without regular expressions. */
public final class Globs {
  private Globs() {}

  /** Whether a term follows a pattern. At most (term x pattern) steps. */
  public static boolean matches(String pattern, CharSequence term) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < term.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = t;
      } else if (p < pattern.length() && stepMatches(pattern.charAt(p), term.charAt(t))) {
        p++;
        // One character may be two UTF-16 units.
        boolean pair = pattern.charAt(p - 1) == '?' && isPair(term, t);
        t += pair ? 2 : 1;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** What every term of the pattern begins with; may be empty. */
  public static String prefix(String pattern) {
    int end = 0;
    while (end < pattern.length() && pattern.charAt(end) != '*' && pattern.charAt(end) != '?') {
      end++;
    }
    return pattern.substring(0, end);
  }

  private static boolean stepMatches(char wanted, char found) {
    return wanted == '?' || wanted == found;
  }

  private static boolean isPair(CharSequence term, int at) {
    return at + 1 < term.length()
        && Character.isSurrogatePair(term.charAt(at), term.charAt(at + 1));
  }
}
