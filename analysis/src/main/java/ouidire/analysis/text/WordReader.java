package ouidire.analysis.text;

/**
 * Reads one word: letters and digits, apostrophes between letters, points and commas between
 * digits. An elided article or pronoun shares the place of what follows it.
 */
final class WordReader {
  /** Elisions that may follow each other in one word: {@code d'l'eau}. */
  private static final int MAX_ELISIONS = 3;

  private final MentionTokens out;
  private final StringBuilder several = new StringBuilder();
  private final int[] elidedStarts = new int[MAX_ELISIONS];
  private final int[] elidedMarks = new int[MAX_ELISIONS];
  private int sizeBefore;
  private int placeBefore;
  private int markBefore;
  private boolean ascii;

  WordReader(MentionTokens out) {
    this.out = out;
  }

  /** Whether the word read last has nothing but ASCII in it. */
  boolean lastWasAscii() {
    return ascii;
  }

  /** Forgets the word read last. */
  void takeBack() {
    out.size = sizeBefore;
    out.place = placeBefore;
    out.rewind(markBefore);
  }

  int read(String text, int from) {
    sizeBefore = out.size;
    placeBefore = out.place;
    markBefore = out.mark();
    ascii = true;
    out.append(MentionTokens.ELIDED);
    int mark = out.mark();
    int start = from;
    int elisions = 0;
    int apostrophe = -1;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      char folded = c < Folding.TABLE ? Folding.fold(c) : Folding.BREAK;
      if (folded != Folding.BREAK) {
        if (folded < Folding.NOTHING) {
          out.append(folded);
          ascii &= c < 0x80;
        } else {
          appendSlowly(c);
        }
        i++;
      } else if (c == '.' || c == ',') {
        if (!isDigitAt(text, i - 1) || !isDigitAt(text, i + 1)) {
          break;
        }
        out.append('.');
        i++;
      } else if (Folding.isApostrophe(c)) {
        boolean more = inWordAt(text, i + 1);
        boolean elided = elisions < MAX_ELISIONS && apostrophe < 0 && Elision.is(out, mark);
        if (!more) {
          if (elided && Elision.dangles(text, start, i)) {
            out.rewind(markBefore);
            return i + 1;
          }
          break;
        }
        out.append('\'');
        i++;
        if (elided) {
          elidedStarts[elisions] = start;
          elidedMarks[elisions++] = mark - 1;
          mark = out.mark();
          start = i;
        } else {
          apostrophe = i - 1;
        }
      } else {
        int codePoint = c < Folding.TABLE ? c : text.codePointAt(i);
        if (!Folding.inWord(codePoint) || (Folding.standsAlone(codePoint) && i > from)) {
          break;
        }
        appendSlowly(codePoint);
        i += Character.charCount(codePoint);
        if (Folding.standsAlone(codePoint)) {
          break;
        }
      }
    }
    finish(text, mark, start, i, elisions, apostrophe);
    return i;
  }

  private void finish(String text, int mark, int start, int end, int elisions, int apostrophe) {
    int length = out.mark();
    if (length == mark) {
      out.rewind(markBefore);
      return;
    }
    int position = ++out.place * MentionTokens.PLACE;
    for (int k = 0; k < elisions; k++) {
      out.add(TokenKind.ELIDED, elidedMarks[k], length, elidedStarts[k], end, position);
    }
    out.add(TokenKind.WORD, mark, length, start, end, position);
    boolean possessive =
        apostrophe > start && apostrophe == end - 2 && (text.charAt(end - 1) | 0x20) == 's';
    if (possessive) {
      out.add(TokenKind.WORD, mark, length - 2, start, apostrophe, position);
    }
  }

  private void appendSlowly(int codePoint) {
    ascii = false;
    several.setLength(0);
    Folding.appendFolded(codePoint, several);
    for (int k = 0; k < several.length(); k++) {
      out.append(several.charAt(k));
    }
  }

  private static boolean inWordAt(String text, int i) {
    return i < text.length() && Folding.inWord(text.codePointAt(i));
  }

  private static boolean isDigitAt(String text, int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }
}
