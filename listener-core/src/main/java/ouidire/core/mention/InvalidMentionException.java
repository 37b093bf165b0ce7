package ouidire.core.mention;

import ouidire.core.words.Wording;

/**
 * A mention that cannot be read or kept: which field, what was found, what to do. Never carries the
 * mention's text. Its message is the English wording.
 */
public final class InvalidMentionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final transient Wording problem;

  public InvalidMentionException(String field, Wording problem) {
    super(field + ": " + problem.english());
    this.field = field;
    this.problem = problem;
  }

  public InvalidMentionException(String field, String french, String english) {
    this(field, new Wording(french, english));
  }

  /** Path of the field, {@code author.followers} for one inside another; empty for the whole. */
  public String field() {
    return field;
  }

  /** What is wrong with the field, and the remedy. */
  public Wording problem() {
    return problem;
  }

  /** The field where there is one, what is wrong, the remedy. */
  public Wording text() {
    return field.isEmpty() ? problem : new Wording(field + " : ", field + ": ").then(problem);
  }

  /** As {@link #text}, with the field or {@code whole} for a subject: "the row is no JSON". */
  public Wording textAbout(Wording whole) {
    return field.isEmpty() ? whole.then(Wording.same(" ")).then(problem) : text();
  }
}
