package ouidire.core.alert;

/** Who reads a message: the same incident is told to each in the words that they act on. */
public enum Audience {
  /** The communications team: what is said, who carries it, what to answer. */
  COMMUNICATIONS,
  /** Information technology: which sources, which links, what may be down or leaked. */
  IT,
  /** The legal department: what to preserve, what may be defamatory or confidential. */
  LEGAL
}
