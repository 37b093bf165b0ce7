package ouidire.core.mention;

/**
 * One part of a text that decided.
 *
 * @param field {@code title} or {@code text}
 * @param start first UTF-16 offset in that field
 * @param end offset after the last
 * @param rule what was seen: {@code word, idiom, negation, intensifier, contrast, emoji, hashtag,
 *     learned...}
 * @param weight signed part of the score that it carries; negative pulls toward negative
 */
public record Evidence(String field, int start, int end, String rule, double weight) {}
