package ouidire.analysis.query;

/** How large a query may be; beyond, it is refused with a clear error. */
public final class QueryLimits {
  /** Characters. */
  public static final int MAX_LENGTH = 20_000;

  /** Words, phrases and field conditions together. */
  public static final int MAX_CLAUSES = 1_024;

  /** Brackets in brackets. */
  public static final int MAX_DEPTH = 32;

  /** Words between, of NEAR, ONEAR and {@code "a b"~n}. */
  public static final int MAX_WORDS_BETWEEN = 50;

  /** Of ATLEAST. */
  public static final int MAX_TIMES = 1_000;

  /** Words of one phrase. */
  public static final int MAX_PHRASE = 50;

  /** Characters of one word, phrase or value. */
  public static final int MAX_OPERAND = 1_000;

  /** Words, operators and brackets together. */
  static final int MAX_TOKENS = 8 * MAX_CLAUSES;

  /** Letters or digits before the first {@code *} of a word. */
  public static final int MIN_PREFIX = 3;

  /** Wildcards in one word. */
  public static final int MAX_WILDCARDS = 10;

  private QueryLimits() {}
}
