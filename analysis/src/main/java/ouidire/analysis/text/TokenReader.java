package ouidire.analysis.text;

/**
 * Cuts a text into the terms of {@link MentionTokens}. One pass, each character looked at a bounded
 * number of times.
 */
final class TokenReader {
  private final MentionTokens out;
  private final WordReader words;
  private final TagReader tags;
  private String text = "";
  private int placeOfLastEnd;
  private int lastEmoji;

  /** No address without a scheme begins before this offset: it was looked for and is not there. */
  private int noAddressBefore;

  TokenReader(MentionTokens out) {
    this.out = out;
    this.words = new WordReader(out);
    this.tags = new TagReader(out);
  }

  void read(String value) {
    text = value;
    placeOfLastEnd = 0;
    lastEmoji = -1;
    noAddressBefore = 0;
    int i = 0;
    while (i < text.length()) {
      i = step(i);
    }
    endSentence(text.length());
    text = "";
  }

  /** Reads what begins at an offset; gives the offset after it. */
  private int step(int i) {
    char c = text.charAt(i);
    if (c < Folding.TABLE) {
      if (Folding.fold(c) != Folding.BREAK) {
        return word(i, c);
      }
      if (c == ' ') {
        return i + 1;
      }
      if (c == '@') {
        return tags.handle(text, i);
      }
      if (c == '#') {
        return tags.tag(text, i);
      }
      if (c == '?') {
        out.question();
      }
      return isEnd(c) ? end(i) : i + 1;
    }
    return beyondTable(i, text.codePointAt(i));
  }

  private int beyondTable(int i, int codePoint) {
    int next = i + Character.charCount(codePoint);
    if (codePoint == '＠') {
      return tags.handle(text, i);
    }
    if (codePoint == '＃') {
      return tags.tag(text, i);
    }
    if (codePoint == '？') {
      out.question();
    }
    if (codePoint == '…' || codePoint == '？' || codePoint == '！' || codePoint == '。') {
      return end(i);
    }
    if (codePoint == '\u2028' || codePoint == '\u2029') {
      return end(i);
    }
    if (Emoji.begins(codePoint)) {
      return emoji(i);
    }
    return Folding.inWord(codePoint) ? words.read(text, i) : next;
  }

  private int word(int i, char c) {
    if ((c | 0x20) == 'h' && Addresses.hasScheme(text, i)) {
      return link(i, Addresses.end(text, i));
    }
    if ((c | 0x20) == 'w' && Addresses.hasWww(text, i)) {
      return link(i, Addresses.end(text, i));
    }
    int end = words.read(text, i);
    if (end + 1 < text.length()
        && text.charAt(end) == '.'
        && i >= noAddressBefore
        && Addresses.isHostChar(text.charAt(end + 1))
        && words.lastWasAscii()) {
      int slash = Addresses.endOfHost(text, i);
      if (Addresses.isPathAfterHost(text, i, slash)) {
        words.takeBack();
        return link(i, Addresses.end(text, i));
      }
      noAddressBefore = slash;
    }
    return end;
  }

  private int link(int start, int end) {
    out.link(start, end);
    return end;
  }

  private int emoji(int i) {
    boolean afterEnd = out.place == placeOfLastEnd;
    int first = afterEnd ? MentionTokens.END + 1 : MentionTokens.EMOJI;
    int most = afterEnd ? MentionTokens.PLACE - 1 : MentionTokens.END - 1;
    int lowest = out.place * MentionTokens.PLACE + first;
    int position = Math.min(Math.max(lowest, lastEmoji + 1), lowest + most - first);
    lastEmoji = position;
    int mark = out.mark();
    int end = Emoji.read(text, i, out);
    out.add(TokenKind.EMOJI, mark, out.mark(), i, end, position);
    return end;
  }

  private static boolean isEnd(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\n' || c == '\r';
  }

  /** At a mark that may end a sentence. */
  private int end(int i) {
    int after = Sentences.afterMarks(text, i, out);
    if (Sentences.endsAt(text, i, after)) {
      endSentence(after);
    }
    return after;
  }

  private void endSentence(int offset) {
    if (out.place == placeOfLastEnd) {
      return;
    }
    placeOfLastEnd = out.place;
    int mark = out.mark();
    out.append(MentionTokens.SENTENCE_END.charAt(0));
    int position = out.place * MentionTokens.PLACE + MentionTokens.END;
    out.add(TokenKind.SENTENCE_END, mark, out.mark(), offset, offset, position);
  }
}
