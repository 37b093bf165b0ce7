package ouidire.analysis.tone;

/** How people spell: accents left out, letters stretched, typographic apostrophes. */
final class Spelling {
  private static final char[] PLAIN = plainLetters();

  private Spelling() {}

  /** The text with its accents removed; the same object when it has none. */
  static String withoutAccents(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(i);
      if (letter >= 0xC0 && letter < 0x180 && PLAIN[letter - 0xC0] != letter) {
        return strip(text, i);
      }
    }
    return text;
  }

  /** Letters repeated three times or more are written once: {@code trooop} becomes {@code trop}. */
  static String squeezed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int length = text.length();
    for (int i = 0; i < length; ) {
      char letter = text.charAt(i);
      int run = i + 1;
      while (run < length && text.charAt(run) == letter) {
        run++;
      }
      int times = run - i >= 3 && Character.isLetter(letter) ? 1 : run - i;
      for (int k = 0; k < times; k++) {
        out.append(letter);
      }
      i = run;
    }
    return out.toString();
  }

  static boolean stretched(String text) {
    int run = 1;
    for (int i = 1; i < text.length(); i++) {
      char letter = text.charAt(i);
      run = letter == text.charAt(i - 1) ? run + 1 : 1;
      if (run == 3 && Character.isLetter(letter) && letter != 'w') {
        return true;
      }
    }
    return false;
  }

  /** Lower case with a straight apostrophe; the same object when nothing changes. */
  static String lowered(String text) {
    boolean change = false;
    for (int i = 0; i < text.length() && !change; i++) {
      char letter = text.charAt(i);
      change = letter == '\u2019' || letter > 'z' || (letter >= 'A' && letter <= 'Z');
    }
    return change ? text.toLowerCase(java.util.Locale.FRENCH).replace('\u2019', '\'') : text;
  }

  private static String strip(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 2).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '\u0153' -> out.append("oe");
        case '\u0152' -> out.append("OE");
        case '\u00E6' -> out.append("ae");
        default -> out.append(letter >= 0xC0 && letter < 0x180 ? PLAIN[letter - 0xC0] : letter);
      }
    }
    return out.toString();
  }

  private static char[] plainLetters() {
    char[] plain = new char[0x180 - 0xC0];
    for (int i = 0; i < plain.length; i++) {
      String parts =
          java.text.Normalizer.normalize(
              String.valueOf((char) (0xC0 + i)), java.text.Normalizer.Form.NFD);
      plain[i] = parts.charAt(0);
    }
    // Not equal to themselves, so that the slow path spells them out in two letters.
    plain[0x153 - 0xC0] = 'o';
    plain[0x152 - 0xC0] = 'O';
    plain[0xE6 - 0xC0] = 'a';
    return plain;
  }
}
