package ouidire.core.mention;

/**
 * The tone of a mention. {@code UNKNOWN} is an abstention: too little evidence or confidence to
 * tell.
 */
public enum ToneLabel {
  NEGATIVE,
  NEUTRAL,
  POSITIVE,
  UNKNOWN
}
