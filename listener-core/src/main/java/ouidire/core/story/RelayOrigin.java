package ouidire.core.story;

/** How we know whom a mention has its story from. All but the first are inferred. */
public enum RelayOrigin {
  /** The source says what it answers or relays. */
  SOURCE,
  /** It points at the address of the other. */
  LINK,
  /** It names the other's account: {@code RT @name}, {@code via @name}. */
  NAME,
  /** It has the words of the other, who said them first. */
  COPY,
  /** It speaks of the same event; from whom it has it is not known, so it hangs from the first. */
  EVENT
}
