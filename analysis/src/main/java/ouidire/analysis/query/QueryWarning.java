package ouidire.analysis.query;

/**
 * Something that is allowed but may not be what was meant.
 *
 * @param code a stable word for programs, such as {@code space-is-and}
 * @param position UTF-16 offset in the query
 */
public record QueryWarning(String code, int position, Message message) {}
