package ouidire.api.key;

/** What a key may do. */
public enum Scope {
  /** Read mentions, numbers, sources and alerts; export them. */
  READ,
  /** Push mentions. */
  PUBLISH,
  /** Change brands, saved searches and lists. */
  EDIT,
  /** Make and revoke keys; includes what {@link #EDIT} allows. */
  ADMIN
}
