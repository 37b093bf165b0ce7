package ouidire.ingest.feed;

import java.util.List;
import java.util.regex.Pattern;

/** HTML that other adapters meet, read as feeds' is. */
public final class HtmlText {
  /** Tags that set text, with what only a tag has: people write {@code <3} and {@code a < b}. */
  private static final Pattern SETS_TEXT =
      Pattern.compile(
          "<(p|div|span|li|ul|ol|blockquote|h[1-6]|strong|em|b|i|u|table|article|section)(\\s[^<>]*)?>"
              + "|<br\\s*/?>|<a\\s[^<>]*href|<img\\s[^<>]*src|</(p|div|span|li|a)>",
          Pattern.CASE_INSENSITIVE);

  private HtmlText() {}

  /** Whether a text is set in HTML beyond doubt. */
  public static boolean isClear(String text) {
    return text.indexOf('<') >= 0 && SETS_TEXT.matcher(text).find();
  }

  /** What people read in it. */
  public static String readable(String html) {
    return ReadableText.ofHtml(html, "").text();
  }

  /** The http and https addresses it points at, in order of appearance. */
  public static List<String> links(String html) {
    return ReadableText.ofHtml(html, "").links();
  }
}
