package ouidire.core.mention;

/**
 * A part of a mention.
 *
 * @param field {@code title} or {@code text}
 * @param start first UTF-16 offset in that field
 * @param end offset after the last
 */
public record Span(String field, int start, int end) {}
