package ouidire.analysis.tone;

import org.jspecify.annotations.Nullable;

/**
 * A mention as the models read it: tokens, what lexicon and rules see in them, and the features of
 * both. Made once a mention, read by the models of tone, kind and moderation. Not thread-safe while
 * it is being made; immutable in effect afterwards.
 */
public final class MentionReading {
  final ToneTokens tokens;
  final ToneReading rules;
  final Features features;

  private MentionReading(ToneTokens tokens, ToneReading rules) {
    this.tokens = tokens;
    this.rules = rules;
    this.features = new Features(rules, 0, tokens.size);
  }

  /** Reads a title, null when there is none, and a text. */
  public static MentionReading of(@Nullable String title, String text) {
    ToneTokens tokens = ToneTokens.of(title, text);
    return new MentionReading(tokens, ToneReading.of(tokens, ToneLexicon.shipped()));
  }

  /** The same without some of its tokens, as if they had not been written. */
  MentionReading without(boolean[] cut) {
    ToneTokens rest = tokens.without(cut);
    return new MentionReading(rest, ToneReading.of(rest, ToneLexicon.shipped()));
  }

  /** The features of a stretch of tokens alone. */
  Features part(int from, int to) {
    return new Features(rules, from, to);
  }

  /** Number of tokens. */
  public int size() {
    return tokens.size;
  }

  /** The form of a token without accents, lower case; {@code @} for handles, {@code http} links. */
  public String plain(int token) {
    return tokens.plain[token];
  }

  /** {@code title} or {@code text}. */
  public String field(int token) {
    return tokens.fieldName(token);
  }

  /** First UTF-16 offset of a token in its field. */
  public int start(int token) {
    return tokens.start[token];
  }

  /** Offset after the last of a token in its field. */
  public int end(int token) {
    return tokens.end[token];
  }

  /** True for words, and the words in hashtags. */
  public boolean isWord(int token) {
    return tokens.kind[token] == ToneTokens.WORD;
  }
}
