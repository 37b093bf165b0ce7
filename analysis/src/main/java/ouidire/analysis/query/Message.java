package ouidire.analysis.query;

/** A sentence for people in French and in English. */
public record Message(String fr, String en) {}
