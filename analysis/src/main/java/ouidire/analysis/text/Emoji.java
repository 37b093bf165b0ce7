package ouidire.analysis.text;

/** Finds emoji, and brings their variants (skin tone, presentation) to one form. */
final class Emoji {
  private static final int JOINER = 0x200D;

  private Emoji() {}

  static boolean begins(int codePoint) {
    return codePoint >= 0x203C
        && (Character.isEmoji(codePoint) || Character.isExtendedPictographic(codePoint));
  }

  /** Appends the emoji that begins at an offset; gives the offset after it. */
  static int read(String text, int from, MentionTokens out) {
    int i = append(text, from, out);
    if (isFlagLetter(text.codePointAt(from))
        && i < text.length()
        && isFlagLetter(text.codePointAt(i))) {
      return append(text, i, out);
    }
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (isVariant(codePoint)) {
        i += Character.charCount(codePoint);
      } else if (codePoint == JOINER && i + 1 < text.length() && begins(text.codePointAt(i + 1))) {
        out.append((char) JOINER);
        i = append(text, i + 1, out);
      } else if (codePoint >= 0xE0020 && codePoint <= 0xE007F) {
        i = append(text, i, out);
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean isVariant(int codePoint) {
    return codePoint == 0xFE0F
        || codePoint == 0xFE0E
        || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
  }

  private static boolean isFlagLetter(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static int append(String text, int i, MentionTokens out) {
    int count = Character.charCount(text.codePointAt(i));
    for (int k = 0; k < count; k++) {
      out.append(text.charAt(i + k));
    }
    return i + count;
  }
}
