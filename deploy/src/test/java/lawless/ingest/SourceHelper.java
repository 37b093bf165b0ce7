package lawless.ingest;

/** A name that says nothing. */
public final class SourceHelper {
  private SourceHelper() {}

  public static String name() {
    return "name";
  }
}
