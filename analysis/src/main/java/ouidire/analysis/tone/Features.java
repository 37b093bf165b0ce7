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
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;
  private static final int BEGIN = 0x3C;

  /** Where the stretch lies. */
  final int from;

  final int to;

  /** Buckets of words and of pairs; the token where each begins; pairs span two tokens. */
  int[] word;

  int[] wordToken;
  boolean[] pair;
  int words;

  /** Buckets of letter groups and their token. */
  int[] letters;

  int[] lettersToken;
  int letterCount;

  /** Hash of each token's form and plain form, for the vectors; 0 where a token is no word. */
  final int[] vectorKey;

  final int[] plainKey;
  final double[] rules;

  Features(ToneReading reading, int from, int to) {
    this.from = from;
    this.to = to;
    ToneTokens tokens = reading.tokens;
    int count = to - from;
    word = new int[2 * count + 2];
    wordToken = new int[2 * count + 2];
    pair = new boolean[2 * count + 2];
    letters = new int[count * 20 + 16];
    lettersToken = new int[count * 20 + 16];
    vectorKey = new int[count];
    plainKey = new int[count];
    words(tokens);
    for (int i = from; i < to; i++) {
      letters(tokens.plain[i], i);
    }
    rules = RuleFeatures.of(reading, from, to);
  }

  private void words(ToneTokens tokens) {
    int before = BEGIN;
    for (int i = from; i <= to; i++) {
      int here;
      if (i == to) {
        here = BEGIN + 1;
      } else if (tokens.kind[i] == ToneTokens.NUMBER) {
        here = 0x30;
      } else {
        here = hash(tokens.plain[i]);
        vectorKey[i - from] = tokens.kind[i] == ToneTokens.LINK ? 0 : hash(tokens.form[i]);
        plainKey[i - from] = tokens.kind[i] == ToneTokens.LINK ? 0 : here;
      }
      addWord(mix(before * 0x9E3779B1 + here) & MASK, Math.max(from, i - 1), true);
      if (i < to) {
        addWord(mix(here) & MASK, i, false);
      }
      before = here;
    }
  }

  private void addWord(int bucket, int token, boolean isPair) {
    word[words] = bucket;
    wordToken[words] = token;
    pair[words++] = isPair;
  }

  private void letters(String plain, int token) {
    int length = plain.length() + 2;
    for (int start = 0; start < length - 1; start++) {
      int hash = 0x811C9DC5;
      for (int size = 1; size <= LONGEST && start + size <= length; size++) {
        int at = start + size - 1;
        char letter = at == 0 || at == length - 1 ? ' ' : plain.charAt(at - 1);
        hash = (hash ^ letter) * 0x01000193;
        if (size >= SHORTEST) {
          addLetters(mix(hash + size) & MASK, token);
        }
      }
    }
  }

  private void addLetters(int bucket, int token) {
    if (letterCount == letters.length) {
      letters = Arrays.copyOf(letters, letterCount * 2);
      lettersToken = Arrays.copyOf(lettersToken, letterCount * 2);
    }
    letters[letterCount] = bucket;
    lettersToken[letterCount++] = token;
  }

  /** The key of a word in hashed tables; stable over runs and machines. */
  static int hash(String word) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x01000193;
    }
    return hash == 0 ? 1 : hash;
  }

  private static int mix(int hash) {
    int mixed = hash ^ (hash >>> 16);
    mixed *= 0x85EBCA6B;
    mixed ^= mixed >>> 13;
    mixed *= 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
