package ouidire.analysis.text;

/** What a term of {@link MentionTokens} stands for. */
public enum TokenKind {
  /** A word, a part of a compound, a hashtag's word or one of its parts. */
  WORD,
  /** An elided article or pronoun with its word: {@code 'l'oreal}. */
  ELIDED,
  /** An account: {@code @nordika}. */
  HANDLE,
  /** A hashtag: {@code #nordika}. */
  TAG,
  /** An emoji without variation selector and skin tone. */
  EMOJI,
  /** The end of a sentence: {@link MentionTokens#SENTENCE_END}. */
  SENTENCE_END
}
