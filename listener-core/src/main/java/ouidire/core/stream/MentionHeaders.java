package ouidire.core.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What a record of {@code ouidire.mentions} may say beside the mention. A connector of anyone's own
 * needs none of it.
 */
public final class MentionHeaders {
  /** With the value {@value #MATCHED}: not to be kept unless it matches a brand. */
  public static final String KEEP = "ouidire-keep";

  /** On a record without key and value: how many items were refused at the door, in digits. */
  public static final String REFUSED = "ouidire-refused";

  private static final String MATCHED = "matched";

  private MentionHeaders() {}

  public static void keepIfMatched(Headers headers) {
    headers.add(KEEP, MATCHED.getBytes(US_ASCII));
  }

  public static boolean isKeptOnlyIfMatched(Headers headers) {
    Header keep = headers.lastHeader(KEEP);
    return keep != null && MATCHED.equals(text(keep));
  }

  public static void refused(Headers headers, long items) {
    headers.add(REFUSED, Long.toString(items).getBytes(US_ASCII));
  }

  /** How many items the record says were refused; 0 when it says nothing of the kind. */
  public static long refused(Headers headers) {
    Header refused = headers.lastHeader(REFUSED);
    String digits = refused == null ? "" : text(refused);
    return digits.matches("[0-9]{1,12}") ? Long.parseLong(digits) : 0;
  }

  private static String text(Header header) {
    return header.value() == null ? "" : new String(header.value(), US_ASCII);
  }
}
