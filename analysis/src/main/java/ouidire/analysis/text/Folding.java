package ouidire.analysis.text;

import java.text.Normalizer;

/**
 * Makes what people hold for the same word the same: case, accents, ligatures, compatibility forms
 * (full width, mathematical letters, raised and lowered digits).
 *
 * <p>{@code Cœur} and {@code COEUR} become {@code coeur}, {@code Événement} {@code evenement},
 * composed or not.
 */
public final class Folding {
  /** In {@link #FOLDED}: not part of a word. */
  static final char BREAK = '\u0000';

  /** In {@link #FOLDED}: part of a word, leaves no trace (combining accents, soft hyphens). */
  static final char NOTHING = '\uFFFE';

  /** In {@link #FOLDED}: part of a word, becomes several characters. */
  static final char SEVERAL = '\uFFFF';

  static final int TABLE = 0x2000;
  private static final char[] FOLDED = table();

  private Folding() {}

  /** What a character below {@link #TABLE} becomes, or one of the three marks. */
  static char fold(char c) {
    return FOLDED[c];
  }

  /** Whether a code point is part of a word. */
  static boolean inWord(int codePoint) {
    return codePoint < TABLE
        ? FOLDED[codePoint] != BREAK
        : Character.isLetterOrDigit(codePoint) || isMark(codePoint) || isSmallDigit(codePoint);
  }

  /** An accent or a vowel sign of its own code point. */
  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || codePoint == 0x2060
        || codePoint == 0xFEFF;
  }

  /** A script without spaces, where each character is taken for a word. */
  static boolean standsAlone(int codePoint) {
    if (codePoint < 0x3040) {
      return false;
    }
    if (Character.isIdeographic(codePoint)) {
      return true;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
  }

  static boolean isApostrophe(char c) {
    return switch (c) {
      case '\'', '’', '‘', 'ʼ', 'ʻ', '′', '＇', '`', '´', '‛' -> true;
      default -> false;
    };
  }

  static boolean isHyphen(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\uFF0D';
  }

  static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u00A0'
        || c == '\u202F'
        || (c >= '\u2000' && c <= '\u200B')
        || c == '\u3000'
        || c == '\u2028'
        || c == '\u2029';
  }

  /**
   * A whole value (an author's name, a hashtag) folded: letters as words are, apostrophes and
   * hyphens in one form, runs of spaces as one, no space around.
   */
  public static String fold(String value) {
    StringBuilder out = new StringBuilder(value.length());
    boolean gap = false;
    for (int i = 0; i < value.length(); ) {
      int codePoint = value.codePointAt(i);
      i += Character.charCount(codePoint);
      char c = codePoint > 0xFFFF ? '\uE000' : (char) codePoint;
      if (isSpace(c)) {
        gap = !out.isEmpty();
        continue;
      }
      if (gap) {
        out.append(' ');
        gap = false;
      }
      if (isApostrophe(c)) {
        out.append('\'');
      } else if (isHyphen(c)) {
        out.append('-');
      } else if (inWord(codePoint)) {
        appendFolded(codePoint, out);
      } else {
        out.appendCodePoint(codePoint);
      }
    }
    return out.toString();
  }

  /** Appends what one code point of a word becomes; nothing for an accent. */
  static void appendFolded(int codePoint, StringBuilder out) {
    if (codePoint < TABLE) {
      char folded = FOLDED[codePoint];
      if (folded == SEVERAL) {
        out.append(several(codePoint));
      } else if (folded != NOTHING && folded != BREAK) {
        out.append(folded);
      }
    } else if (codePoint != 0x2060 && codePoint != 0xFEFF && !isVariation(codePoint)) {
      out.append(several(codePoint));
    }
  }

  static boolean isVariation(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || codePoint == 0x20E3;
  }

  /** The general way: compatibility decomposition, without Latin accents, lower case. */
  static String several(int codePoint) {
    String whole =
        switch (codePoint) {
          case 'œ', 'Œ' -> "oe";
          case 'æ', 'Æ', 'ǽ', 'Ǽ' -> "ae";
          case 'ß', 'ẞ' -> "ss";
          case 'ø', 'Ø', 'ǿ', 'Ǿ' -> "o";
          case 'đ', 'Đ', 'ð', 'Ð' -> "d";
          case 'ł', 'Ł' -> "l";
          case 'ħ', 'Ħ' -> "h";
          case 'ı' -> "i";
          case 'þ', 'Þ' -> "th";
          case 'ς' -> "σ";
          default -> "";
        };
    if (!whole.isEmpty()) {
      return whole;
    }
    String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(part -> part < 0x300 || part > 0x36F)
        .filter(part -> part >= TABLE || Character.isLetterOrDigit(part) || isMark(part))
        .map(Character::toLowerCase)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isSmallDigit(int codePoint) {
    return codePoint == '\u2070'
        || (codePoint >= '\u2074' && codePoint <= '\u2079')
        || (codePoint >= '\u2080' && codePoint <= '\u2089');
  }

  private static char[] table() {
    char[] table = new char[TABLE];
    for (char c = 0; c < TABLE; c++) {
      boolean smallDigit = c == '²' || c == '³' || c == '¹';
      if ((c >= 0x300 && c <= 0x36F) || c == '\u00AD') {
        table[c] = NOTHING;
      } else if (isApostrophe(c)) {
        table[c] = BREAK;
      } else if (Character.isLetterOrDigit(c) || smallDigit || (c > 0x36F && isMark(c))) {
        String folded = several(c);
        table[c] = folded.length() == 1 ? folded.charAt(0) : folded.isEmpty() ? NOTHING : SEVERAL;
      }
    }
    return table;
  }
}
