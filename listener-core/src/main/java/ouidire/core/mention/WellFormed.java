package ouidire.core.mention;

/** Texts that UTF-8 can carry: half a surrogate pair, which cut texts have, becomes U+FFFD. */
final class WellFormed {
  private WellFormed() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (lone(text, i)) {
          return mended(text);
        }
        i++;
      }
    }
    return text;
  }

  private static boolean lone(String text, int i) {
    return !Character.isHighSurrogate(text.charAt(i))
        || i + 1 == text.length()
        || !Character.isLowSurrogate(text.charAt(i + 1));
  }

  private static String mended(String text) {
    StringBuilder mended = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (lone(text, i)) {
          mended.setCharAt(i, '\uFFFD');
        } else {
          i++;
        }
      }
    }
    return mended.toString();
  }
}
