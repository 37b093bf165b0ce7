package ouidire.analysis.text;

/** Reads accounts and hashtags. */
final class TagReader {
  private final MentionTokens out;
  private final StringBuilder several = new StringBuilder();

  TagReader(MentionTokens out) {
    this.out = out;
  }

  /**
   * An account: {@code @nom}, {@code @nom@instance.tld}, {@code @nom.instance.tld}. The whole, and
   * what comes before its first point or second {@code @}, share one place.
   */
  int handle(String text, int at) {
    if (at > 0 && Folding.inWord(text.codePointBefore(at))) {
      return at + 1;
    }
    int mark = out.mark();
    out.append('@');
    int firstJoint = -1;
    int markAtJoint = 0;
    int firstHyphen = -1;
    int markAtHyphen = 0;
    int i = at + 1;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (codePoint == '_' || (Folding.inWord(codePoint) && !Folding.standsAlone(codePoint))) {
        appendFolded(codePoint);
        i += Character.charCount(codePoint);
        continue;
      }
      boolean joint = codePoint == '.' || codePoint == '@' || codePoint == '-';
      if (!joint || i == at + 1 || !isHandleAt(text, i + 1)) {
        break;
      }
      if (codePoint == '-' && firstHyphen < 0 && firstJoint < 0) {
        firstHyphen = i;
        markAtHyphen = out.mark();
      } else if (codePoint != '-' && firstJoint < 0) {
        firstJoint = i;
        markAtJoint = out.mark();
      }
      out.append((char) codePoint);
      i++;
    }
    if (out.mark() == mark + 1) {
      out.rewind(mark);
      return at + 1;
    }
    int end = out.mark();
    int position = ++out.place * MentionTokens.PLACE;
    out.add(TokenKind.HANDLE, mark, end, at, i, position);
    if (firstJoint > 0) {
      out.add(TokenKind.HANDLE, mark, markAtJoint, at, firstJoint, position);
    }
    if (firstHyphen > 0) {
      out.add(TokenKind.HANDLE, mark, markAtHyphen, at, firstHyphen, position);
    }
    return i;
  }

  /** A hashtag: itself, its word, and its parts where they begin by an upper-case letter. */
  int tag(String text, int at) {
    if (at > 0 && Folding.inWord(text.codePointBefore(at))) {
      return at + 1;
    }
    int mark = out.mark();
    out.append('#');
    boolean letters = false;
    int i = at + 1;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (codePoint != '_' && !Folding.inWord(codePoint)) {
        break;
      }
      letters |= codePoint != '_' && !Character.isDigit(codePoint);
      appendFolded(codePoint);
      i += Character.charCount(codePoint);
    }
    if (!letters) {
      // "#1" is a number with a sign before it.
      out.rewind(mark);
      return at + 1;
    }
    int end = out.mark();
    int position = ++out.place * MentionTokens.PLACE;
    out.add(TokenKind.TAG, mark, end, at, i, position);
    out.add(TokenKind.WORD, mark + 1, end, at, i, position);
    parts(text, at + 1, i, position);
    return i;
  }

  private void parts(String text, int from, int to, int position) {
    int partStart = from;
    int part = 0;
    for (int i = from + 1; i <= to; i++) {
      if (i < to && !beginsPart(text, i, from, to)) {
        continue;
      }
      if (partStart > from || i < to) {
        int mark = out.mark();
        for (int k = partStart; k < i; ) {
          int codePoint = text.codePointAt(k);
          appendFolded(codePoint);
          k += Character.charCount(codePoint);
        }
        out.add(TokenKind.WORD, mark, out.mark(), partStart, i, position + part);
        part = Math.min(part + 1, MentionTokens.EMOJI - 1);
      }
      partStart = i;
    }
  }

  /** {@code nordikaGate} before G; {@code SNCFMonTrain} before M and T. */
  private static boolean beginsPart(String text, int i, int from, int to) {
    if (!Character.isUpperCase(text.charAt(i))) {
      return false;
    }
    int before = i - 1;
    while (before > from && Character.getType(text.charAt(before)) == Character.NON_SPACING_MARK) {
      before--;
    }
    if (!Character.isUpperCase(text.charAt(before))) {
      return true;
    }
    return i + 1 < to && Character.isLowerCase(text.charAt(i + 1));
  }

  private void appendFolded(int codePoint) {
    if (codePoint == '_') {
      out.append('_');
    } else if (codePoint < Folding.TABLE && Folding.fold((char) codePoint) < Folding.NOTHING) {
      out.append(Folding.fold((char) codePoint));
    } else {
      several.setLength(0);
      Folding.appendFolded(codePoint, several);
      for (int k = 0; k < several.length(); k++) {
        out.append(several.charAt(k));
      }
    }
  }

  private static boolean isHandleAt(String text, int i) {
    if (i >= text.length()) {
      return false;
    }
    int codePoint = text.codePointAt(i);
    return codePoint == '_' || (Folding.inWord(codePoint) && !Folding.standsAlone(codePoint));
  }
}
