package ouidire.analysis.query;

/**
 * A piece of a query's text.
 *
 * @param text the word, the inside of the quotation marks, the field's name, the range
 * @param number words between, for the operators that have them; -1 for none
 * @param position UTF-16 offset in the query
 */
record Token(Kind kind, String text, int number, int position) {
  enum Kind {
    OPEN,
    CLOSE,
    WORD,
    /** Number: of {@code "a b"~n}. */
    PHRASE,
    /** A field's name; its value follows. */
    FIELD,
    /** {@code [a TO b]}. */
    RANGE,
    AND,
    OR,
    NOT,
    MINUS,
    NEAR,
    ONEAR,
    SENTENCE,
    ATLEAST,
    END
  }

  Token(Kind kind, String text, int position) {
    this(kind, text, -1, position);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
