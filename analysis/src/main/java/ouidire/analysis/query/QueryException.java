package ouidire.analysis.query;

import ouidire.core.history.InvalidQueryException;
import ouidire.core.words.Wording;

/** A query that cannot be understood or is not allowed: where, what was found, what to do. */
public final class QueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final int position;
  private final transient Message found;
  private final transient Message expected;
  private final transient Message remedy;

  /**
   * @param code a stable word for programs, such as {@code unclosed-bracket}
   * @param position UTF-16 offset in the query
   * @param found what stands there
   * @param expected what should
   * @param remedy what to do
   */
  public QueryException(
      String code, int position, Message found, Message expected, Message remedy) {
    super(sentence(position, found.en(), expected.en(), remedy.en(), false));
    this.code = code;
    this.position = position;
    this.found = found;
    this.expected = expected;
    this.remedy = remedy;
  }

  public String code() {
    return code;
  }

  public int position() {
    return position;
  }

  public Message found() {
    return found;
  }

  public Message expected() {
    return expected;
  }

  public Message remedy() {
    return remedy;
  }

  /** All of it in one line. */
  public Message text() {
    return new Message(
        sentence(position, found.fr(), expected.fr(), remedy.fr(), true),
        sentence(position, found.en(), expected.en(), remedy.en(), false));
  }

  /** As callers of {@link ouidire.core.history.MentionHistory} know it. */
  public InvalidQueryException forHistory() {
    return new InvalidQueryException(
        new Wording(
            "trouvé " + found.fr() + ", attendu " + expected.fr() + " ; " + remedy.fr(),
            "found " + found.en() + ", expected " + expected.en() + "; " + remedy.en()),
        position);
  }

  private static String sentence(
      int position, String found, String expected, String remedy, boolean french) {
    return french
        ? "position " + position + " : trouvé " + found + ", attendu " + expected + " ; " + remedy
        : "position " + position + ": found " + found + ", expected " + expected + "; " + remedy;
  }
}
