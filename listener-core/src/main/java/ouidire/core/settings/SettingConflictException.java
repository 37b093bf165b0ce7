package ouidire.core.settings;

/** Somebody else changed the entry meanwhile: read it again, then decide. */
public final class SettingConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final long version;

  /**
   * @param version the one that is there; 0 when nothing is
   */
  public SettingConflictException(String kind, String id, long expected, long version) {
    super(
        kind
            + "/"
            + id
            + ": expected version "
            + expected
            + ", found "
            + version
            + "; read it again, then change it");
    this.version = version;
  }

  /** The version that is there; 0 when nothing is. */
  public long version() {
    return version;
  }
}
