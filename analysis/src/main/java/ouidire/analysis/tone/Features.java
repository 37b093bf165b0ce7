package ouidire.analysis.tone;

import java.util.Arrays;

/**
 * The features of a stretch of tokens: hashed words and pairs of words, hashed groups of two to
 * five letters, words for the vectors, and the dense readings of {@link RuleFeatures}. Each
 * remembers the tokens that it comes from, so that weights can be cited.
 */
final class Features {
  /** Buckets of each hashed block. */
  static final int BUCKETS = 1 << 18;

  private static final int MASK = BUCKETS - 1;
  private static final int BEGIN = 0x3C;
  private static final int NUMBER = 0x30;
  private static final int LAST = 0x7C;

  /** Where the stretch lies. */
  final int from;

  final int to;

  /** Buckets of words and of pairs; the token where each begins; pairs span two tokens. */
  int[] word;

  int[] wordToken;
  boolean[] pair;
  int words;

  /** Each token of the stretch, for its letters and its vector. */
  final Word[] forms;

  /** Whether a token's vector counts: numbers and links have none. */
  final boolean[] hasVector;

  final double[] rules;

  Features(ToneReading reading, int from, int to) {
    this.from = from;
    this.to = to;
    ToneTokens tokens = reading.tokens;
    int count = to - from;
    word = new int[3 * count + 2];
    wordToken = new int[3 * count + 2];
    pair = new boolean[3 * count + 2];
    forms = Arrays.copyOfRange(tokens.word, from, to);
    hasVector = new boolean[count];
    words(tokens);
    lastClause(reading);
    rules = RuleFeatures.of(reading, from, to);
  }

  /** The buckets of all letter groups, for training. */
  int[] letters() {
    return Arrays.stream(forms)
        .flatMapToInt(form -> Arrays.stream(LetterGroups.of(form.plain)))
        .toArray();
  }

  private void words(ToneTokens tokens) {
    int before = BEGIN;
    for (int i = from; i <= to; i++) {
      int here;
      if (i == to) {
        here = BEGIN + 1;
      } else if (tokens.kind[i] == ToneTokens.NUMBER) {
        here = NUMBER;
      } else {
        here = tokens.word[i].plainKey;
        hasVector[i - from] = tokens.kind[i] != ToneTokens.LINK;
      }
      addWord(bucket(before * 0x9E3779B1 + here), Math.max(from, i - 1), true);
      if (i < to) {
        addWord(bucket(here), i, false);
      }
      before = here;
    }
  }

  /** What is said last weighs most: the words after the last full stop or contrast, once more. */
  private void lastClause(ToneReading reading) {
    ToneTokens tokens = reading.tokens;
    int begin = from;
    for (int i = from; i < to - 2; i++) {
      if (reading.endsSentence(i)) {
        begin = i + 1;
      }
    }
    for (int i = begin; i < to; i++) {
      int key = tokens.kind[i] == ToneTokens.NUMBER ? NUMBER : tokens.word[i].plainKey;
      addWord(bucket(key * 0x9E3779B1 + LAST), i, false);
    }
  }

  private void addWord(int bucket, int token, boolean isPair) {
    word[words] = bucket;
    wordToken[words] = token;
    pair[words++] = isPair;
  }

  /** The key of a word in hashed tables; stable over runs and machines. */
  static int hash(String word) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x01000193;
    }
    return hash == 0 ? 1 : hash;
  }

  /** The bucket of a hash. */
  static int bucket(int hash) {
    return mix(hash) & MASK;
  }

  private static int mix(int hash) {
    int mixed = hash ^ (hash >>> 16);
    mixed *= 0x85EBCA6B;
    mixed ^= mixed >>> 13;
    mixed *= 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
