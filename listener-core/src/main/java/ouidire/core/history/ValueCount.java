package ouidire.core.history;

/** A value of a dimension and how many mentions have it. */
public record ValueCount(String value, long count) {}
