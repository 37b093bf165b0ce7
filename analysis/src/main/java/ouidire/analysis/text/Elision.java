package ouidire.analysis.text;

/** The articles, pronouns and conjunctions that lose their vowel before another word. */
final class Elision {
  private Elision() {}

  /** Whether the folded characters since the mark are one of them. */
  static boolean is(MentionTokens out, int mark) {
    int length = out.mark() - mark;
    char first = length == 0 ? ' ' : out.charAt(mark);
    return switch (length) {
      case 1 -> "cdjlmnst".indexOf(first) >= 0;
      case 2 -> first == 'q' && out.charAt(mark + 1) == 'u';
      case 5 -> spells(out, mark, "jusqu");
      case 6 ->
          spells(out, mark, "lorsqu") || spells(out, mark, "puisqu") || spells(out, mark, "quoiqu");
      default -> false;
    };
  }

  /**
   * Whether one stands before a quotation, an account or a tag ({@code l'« Oréal »}), where it adds
   * no place; not a letter in quotation marks ({@code plan 'C'}).
   */
  static boolean dangles(String text, int start, int apostrophe) {
    if (apostrophe + 1 >= text.length()) {
      return false;
    }
    if (start > 0 && Folding.isApostrophe(text.charAt(start - 1))) {
      return false;
    }
    return switch (text.charAt(apostrophe + 1)) {
      case '«', '“', '"', '#', '@', ' ', '\u00A0', '\u202F' -> true;
      default -> false;
    };
  }

  private static boolean spells(MentionTokens out, int mark, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (out.charAt(mark + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
