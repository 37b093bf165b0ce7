package ouidire.core.settings;

/** A change that could not be kept; nobody was told of it. */
public final class SettingNotKeptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingNotKeptException(String kind, String id, Throwable cause) {
    super(kind + "/" + id + " could not be kept; try again once the stream answers", cause);
  }
}
