package ouidire.core.alert;

import ouidire.core.words.Wording;

/** A document that cannot be used: which key, what stood there, and what to give instead. */
public final class InvalidDocumentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN = 120;

  private final String field;
  private final String value;
  private final transient Wording remedy;

  /**
   * @param field path of the key: {@code when[1].window}; empty for the whole
   * @param value what stood there; empty when nothing did
   * @param remedy what to give instead
   */
  public InvalidDocumentException(String field, String value, Wording remedy) {
    this(field, value, remedy, null);
  }

  InvalidDocumentException(
      String field,
      String value,
      Wording remedy,
      @org.jspecify.annotations.Nullable Throwable why) {
    super(
        field + (value.isEmpty() ? "" : " \"" + cut(value) + "\"") + ": " + remedy.english(), why);
    this.field = field;
    this.value = cut(value);
    this.remedy = remedy;
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
  }

  /** The same of a document that stands within another, at the path given. */
  InvalidDocumentException within(String path) {
    return path.isEmpty() ? this : new InvalidDocumentException(path + "." + field, value, remedy);
  }

  /** All of it for people: key, value, remedy. */
  public Wording words() {
    String french = value.isEmpty() ? field : field + " = « " + value + " »";
    String english = value.isEmpty() ? field : field + " = \"" + value + "\"";
    return new Wording(french + " : ", english + ": ").then(remedy);
  }

  public String field() {
    return field;
  }

  public String value() {
    return value;
  }

  public Wording remedy() {
    return remedy;
  }
}
