package ouidire.analysis.text;

import java.text.Normalizer;

/** Finds exact characters in a text, bounded by word edges. */
public final class RawText {
  /** Told of each place found, by its first and last positions. */
  public interface Found {
    void at(int first, int last);
  }

  private RawText() {}

  /**
   * Finds them from first to last.
   *
   * @param raw in NFC, with plain spaces, with a term in it
   * @param text the field as it is
   * @param tokens what it reads as
   */
  public static void find(String raw, String text, MentionTokens tokens, Found found) {
    String plain = text;
    MentionTokens read = tokens;
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      plain = Normalizer.normalize(text, Normalizer.Form.NFC);
      read = new MentionTokens().read(plain);
    }
    plain = plain.replace('\u00A0', ' ').replace('\u202F', ' ');
    int token = 0;
    for (int at = plain.indexOf(raw); at >= 0; at = plain.indexOf(raw, at + 1)) {
      int end = at + raw.length();
      if (joins(plain, at) || joins(plain, end)) {
        continue;
      }
      while (token < read.size() && read.end(token) <= at) {
        token++;
      }
      int first = -1;
      int last = -1;
      for (int i = token; i < read.size() && read.start(i) < end; i++) {
        if (read.kind(i) != TokenKind.SENTENCE_END && read.end(i) > at) {
          first = first < 0 ? read.position(i) : first;
          last = read.position(i);
        }
      }
      if (first >= 0) {
        found.at(first, last);
      }
    }
  }

  /** Whether one word reaches over an offset. */
  private static boolean joins(String text, int at) {
    return at > 0
        && at < text.length()
        && Folding.inWord(text.codePointBefore(at))
        && Folding.inWord(text.codePointAt(at));
  }
}
