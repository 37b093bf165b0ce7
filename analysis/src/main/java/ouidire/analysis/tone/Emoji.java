package ouidire.analysis.tone;

/** What counts as an emoji. */
final class Emoji {
  private static final int VARIATION = 0xFE0F;
  private static final int LIGHTEST_SKIN = 0x1F3FB;
  private static final int DARKEST_SKIN = 0x1F3FF;

  private Emoji() {}

  static boolean is(int codePoint) {
    return codePoint >= 0x1F000 && codePoint <= 0x1FAFF
        || codePoint >= 0x2600 && codePoint <= 0x27BF
        || codePoint >= 0x2B00 && codePoint <= 0x2BFF
        || codePoint == 0x203C
        || codePoint == 0x2049;
  }

  /** The first emoji of a sequence, without skin colour, joiners and presentation marks. */
  static String bare(String text) {
    int first = text.codePointAt(0);
    int length = Character.charCount(first);
    if (text.length() == length || (first >= LIGHTEST_SKIN && first <= DARKEST_SKIN)) {
      return text;
    }
    int second = text.codePointAt(length);
    boolean decoration =
        second == VARIATION
            || second == 0x200D
            || (second >= LIGHTEST_SKIN && second <= DARKEST_SKIN);
    return decoration ? text.substring(0, length) : text;
  }
}
