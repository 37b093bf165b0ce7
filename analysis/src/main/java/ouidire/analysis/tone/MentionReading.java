package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.ToneReading.Hit;
import ouidire.core.correction.WordRule;
import ouidire.core.mention.ToneLabel;

/**
 * A mention as the models read it: tokens, what lexicon and rules see in them, and the features of
 * both. Made once a mention, read by the models of tone, kind and moderation. Not thread-safe while
 * it is being made; immutable in effect afterwards.
 */
public final class MentionReading {
  final ToneTokens tokens;
  final ToneReading rules;
  final Features features;

  /**
   * The same where words mean what a brand's rules say: neutral words are passed over, others weigh
   * as the strongest of the lexicon. This reading itself when none of the words occurs.
   */
  public MentionReading with(List<WordRule> wordRules) {
    boolean[] passed = new boolean[tokens.size];
    boolean passes = false;
    for (WordRule rule : wordRules) {
      for (int at : rule.tone() == ToneLabel.NEUTRAL ? places(rule) : List.<Integer>of()) {
        Arrays.fill(passed, at, at + ToneTokens.of(null, rule.words()).size, true);
        passes = true;
      }
    }
    MentionReading rest = passes ? without(passed) : this;
    List<Hit> own = new ArrayList<>();
    for (WordRule rule : wordRules) {
      for (int at : rule.tone() == ToneLabel.NEUTRAL ? List.<Integer>of() : rest.places(rule)) {
        own.add(Hit.ruled(at, at + ToneTokens.of(null, rule.words()).size, rule.tone()));
      }
    }
    return own.isEmpty() ? rest : new MentionReading(rest.tokens, rest.rules.with(own));
  }

  /** Where the words of a rule begin. */
  private List<Integer> places(WordRule rule) {
    ToneTokens words = ToneTokens.of(null, rule.words());
    List<Integer> places = new ArrayList<>(1);
    for (int i = 0; words.size > 0 && i + words.size <= tokens.size; i++) {
      int same = 0;
      while (same < words.size && tokens.plain[i + same].equals(words.plain[same])) {
        same++;
      }
      if (same == words.size) {
        places.add(i);
      }
    }
    return places;
  }

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
