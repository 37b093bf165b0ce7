package ouidire.analysis.tone;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a mention, title first, in parallel arrays. Offsets are UTF-16 and relative to the
 * token's own field, so that evidence can be shown on the mention as it is.
 */
final class ToneTokens {
  static final byte WORD = 0;
  static final byte NUMBER = 1;
  static final byte PUNCTUATION = 2;
  static final byte EMOJI = 3;
  static final byte HANDLE = 4;
  static final byte LINK = 5;

  static final byte TITLE = 0;
  static final byte TEXT = 1;

  private static final int CAPITALS = 1;
  private static final int STRETCHED = 2;
  private static final int HASHTAG = 4;
  private static final int CAPITALISED = 8;

  final String[] fields;
  int size;
  byte[] field = new byte[48];
  int[] start = new int[48];
  int[] end = new int[48];
  byte[] kind = new byte[48];
  byte[] flags = new byte[48];

  /** Lower case, straight apostrophes, stretched letters squeezed. */
  String[] form = new String[48];

  /** The form without accents. */
  String[] plain = new String[48];

  private ToneTokens(@Nullable String title, String text) {
    fields = new String[] {title == null ? "" : title, text};
  }

  /** Cuts a mention into tokens. */
  static ToneTokens of(@Nullable String title, String text) {
    ToneTokens tokens = new ToneTokens(title, text);
    if (title != null && !title.isEmpty()) {
      ToneTokenizer.read(title, TITLE, tokens);
    }
    ToneTokenizer.read(text, TEXT, tokens);
    return tokens;
  }

  /** A copy that lacks some tokens. */
  ToneTokens without(boolean[] cut) {
    ToneTokens rest = new ToneTokens(fields[TITLE], fields[TEXT]);
    for (int i = 0; i < size; i++) {
      if (!cut[i]) {
        if (rest.size == rest.start.length) {
          rest.grow();
        }
        int at = rest.size++;
        rest.field[at] = field[i];
        rest.start[at] = start[i];
        rest.end[at] = end[i];
        rest.kind[at] = kind[i];
        rest.flags[at] = flags[i];
        rest.form[at] = form[i];
        rest.plain[at] = plain[i];
      }
    }
    return rest;
  }

  void add(byte inField, int from, int to, byte ofKind, String asForm, int withFlags) {
    if (size == start.length) {
      grow();
    }
    field[size] = inField;
    start[size] = from;
    end[size] = to;
    kind[size] = ofKind;
    flags[size] = (byte) withFlags;
    form[size] = asForm;
    plain[size] = Spelling.withoutAccents(asForm);
    size++;
  }

  boolean inCapitals(int token) {
    return (flags[token] & CAPITALS) != 0;
  }

  boolean capitalised(int token) {
    return (flags[token] & CAPITALISED) != 0;
  }

  boolean stretched(int token) {
    return (flags[token] & STRETCHED) != 0;
  }

  boolean inHashtag(int token) {
    return (flags[token] & HASHTAG) != 0;
  }

  boolean is(int token, String asForm) {
    return token >= 0 && token < size && form[token].equals(asForm);
  }

  String fieldName(int token) {
    return field[token] == TITLE ? "title" : "text";
  }

  static int flags(boolean capitals, boolean stretched, boolean hashtag, boolean capitalised) {
    return (capitals ? CAPITALS : 0)
        | (stretched ? STRETCHED : 0)
        | (hashtag ? HASHTAG : 0)
        | (capitalised ? CAPITALISED : 0);
  }

  private void grow() {
    int wider = size * 2;
    field = Arrays.copyOf(field, wider);
    start = Arrays.copyOf(start, wider);
    end = Arrays.copyOf(end, wider);
    kind = Arrays.copyOf(kind, wider);
    flags = Arrays.copyOf(flags, wider);
    form = Arrays.copyOf(form, wider);
    plain = Arrays.copyOf(plain, wider);
  }
}
