package ouidire.analysis.text;

/** Finds web addresses in a text: {@code https://…}, {@code www.…} and {@code host.tld/path}. */
final class Addresses {
  private Addresses() {}

  static boolean hasScheme(String text, int i) {
    return text.regionMatches(true, i, "http", 0, 4)
        && (text.startsWith("://", i + 4)
            || (i + 7 < text.length()
                && (text.charAt(i + 4) | 0x20) == 's'
                && text.startsWith("://", i + 5)));
  }

  static boolean hasWww(String text, int i) {
    return text.regionMatches(true, i, "www.", 0, 4)
        && i + 4 < text.length()
        && isHostChar(text.charAt(i + 4));
  }

  static boolean isHostChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The offset after letters, digits, points and hyphens. */
  static int endOfHost(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (!isHostChar(c) && c != '.' && c != '-') {
        break;
      }
      i++;
    }
    return i;
  }

  /** Whether {@code host.tld} ends here, and a path begins. */
  static boolean isPathAfterHost(String text, int from, int slash) {
    if (slash + 1 >= text.length() || text.charAt(slash) != '/') {
      return false;
    }
    if (!isHostChar(text.charAt(slash + 1))) {
      return false;
    }
    int label = slash;
    while (label > from && Character.isLowerCase(text.charAt(label - 1))) {
      label--;
    }
    return slash - label >= 2 && label > from + 1 && text.charAt(label - 1) == '.';
  }

  /** The offset after the address, the punctuation of the sentence around it left out. */
  static int end(String text, int from) {
    int i = from;
    int open = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Folding.isSpace(c) || c < ' ' || "<>\"«»“”…".indexOf(c) >= 0) {
        break;
      }
      if (Character.isHighSurrogate(c) && Emoji.begins(text.codePointAt(i))) {
        break;
      }
      if (c == '(') {
        open++;
      } else if (c == ')') {
        if (open == 0) {
          break;
        }
        open--;
      }
      i++;
    }
    while (i > from && ".,;:!?'’*_]}".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i;
  }
}
