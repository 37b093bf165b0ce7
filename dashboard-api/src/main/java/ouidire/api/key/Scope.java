package ouidire.api.key;

/** What a key may do. */
public enum Scope {
  /** Read mentions, numbers, sources and alerts; export them. */
  READ,
  /** Push mentions. */
  PUBLISH,
  /** Make and revoke keys. */
  ADMIN
}
