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
  byte[] field;
  int[] start;
  int[] end;
  byte[] kind;
  byte[] flags;

  /** Lower case, straight apostrophes, stretched letters squeezed. */
  String[] form;

  /** The form without accents. */
  String[] plain;

  /** What forms alone tell. */
  Word[] word;

  private ToneTokens(@Nullable String title, String text, int room) {
    fields = new String[] {title == null ? "" : title, text};
    field = new byte[room];
    start = new int[room];
    end = new int[room];
    kind = new byte[room];
    flags = new byte[room];
    form = new String[room];
    plain = new String[room];
    word = new Word[room];
  }

  /** Nothing yet of a text without spaces. */
  static ToneTokens ofChunk(String chunk) {
    return new ToneTokens(null, chunk, 2);
  }

  /** Cuts a mention into tokens. */
  static ToneTokens of(@Nullable String title, String text) {
    ToneTokens tokens = new ToneTokens(title, text, 48);
    if (title != null && !title.isEmpty()) {
      ToneTokenizer.read(title, TITLE, tokens);
    }
    ToneTokenizer.read(text, TEXT, tokens);
    return tokens;
  }

  /** A copy that lacks some tokens. */
  ToneTokens without(boolean[] cut) {
    ToneTokens rest = new ToneTokens(fields[TITLE], fields[TEXT], size);
    for (int i = 0; i < size; i++) {
      if (!cut[i]) {
        rest.copy(this, i, field[i], 0);
      }
    }
    return rest;
  }

  /** Adds the tokens of a chunk that stands at an offset of a field. */
  void addAll(ToneTokens chunk, byte inField, int at) {
    for (int i = 0; i < chunk.size; i++) {
      copy(chunk, i, inField, at);
    }
  }

  private void copy(ToneTokens from, int token, byte inField, int by) {
    if (size == start.length) {
      grow();
    }
    field[size] = inField;
    start[size] = from.start[token] + by;
    end[size] = from.end[token] + by;
    kind[size] = from.kind[token];
    flags[size] = from.flags[token];
    form[size] = from.form[token];
    plain[size] = from.plain[token];
    word[size] = from.word[token];
    size++;
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
    word[size] = Word.of(asForm);
    form[size] = word[size].form;
    plain[size] = word[size].plain;
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
    int wider = size * 2 + 2;
    field = Arrays.copyOf(field, wider);
    start = Arrays.copyOf(start, wider);
    end = Arrays.copyOf(end, wider);
    kind = Arrays.copyOf(kind, wider);
    flags = Arrays.copyOf(flags, wider);
    form = Arrays.copyOf(form, wider);
    plain = Arrays.copyOf(plain, wider);
    word = Arrays.copyOf(word, wider);
  }
}
