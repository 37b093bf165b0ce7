package ouidire.core.mention;

/**
 * A mention that cannot be read or kept: which field, what was found, what to do. Never carries the
 * mention's text.
 */
public final class InvalidMentionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String field;

  public InvalidMentionException(String field, String problem) {
    super(field + ": " + problem);
    this.field = field;
  }

  /** Path of the field, {@code author.followers} for one inside another; empty for the whole. */
  public String field() {
    return field;
  }
}
