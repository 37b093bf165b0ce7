package ouidire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import ouidire.ingest.feed.ReadableText.Found;

/**
 * An element that holds text in one of the ways that feeds have: plain, escaped HTML, XHTML inside
 * the feed, base64 (Atom 1.0 section 3.1 and 4.1.3, Atom 0.3 {@code mode}, RSS's habits).
 */
final class TextConstruct {
  /** Longest markup looked at, UTF-16 units; a mention's text has its own, shorter limit. */
  private static final int LONGEST = 2_000_000;

  private TextConstruct() {}

  static Found read(Element element, String documentBase) {
    String base = Links.base(element, documentBase);
    String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
    String mode = element.attr("mode").strip().toLowerCase(Locale.ROOT);
    boolean markupInside = !element.children().isEmpty();
    String text = bounded(element.wholeText());
    if (mode.equals("base64") || isBinary(type) && !markupInside) {
      Optional<String> decoded = base64(text);
      if (decoded.isPresent()) {
        return isHtml(type) || !type.startsWith("text/") && Markup.looksLikeHtml(decoded.get())
            ? ReadableText.ofHtml(decoded.get(), base)
            : plain(decoded.get());
      }
    }
    if (markupInside && !mode.equals("escaped")) {
      return ReadableText.ofElement(element, base);
    }
    boolean html =
        isHtml(type) || !isPlain(type, mode) && Markup.looksLikeHtml(text) || type.equals("xhtml");
    return html ? ReadableText.ofHtml(text, base) : plain(text);
  }

  /** As {@link #read}, for text that comes without an element. */
  static Found ofUntyped(String text, String base) {
    String shorter = bounded(text);
    return Markup.looksLikeHtml(shorter) ? ReadableText.ofHtml(shorter, base) : plain(shorter);
  }

  /** A text on one line. */
  static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  /** Text that is no markup; references in it were written twice and mean what they name. */
  private static Found plain(String text) {
    String meant = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
    Found found = ReadableText.ofPlain(meant);
    return new Found(Markup.withoutHostileTags(found.text()), found.links());
  }

  private static boolean isHtml(String type) {
    return type.equals("html")
        || type.startsWith("text/html")
        || type.startsWith("application/xhtml")
        || type.equals("text/x-html");
  }

  /** Said to be plain by the feed; Atom 0.3's default does not count, since few meant it. */
  private static boolean isPlain(String type, String mode) {
    return type.equals("text") || type.startsWith("text/plain") && !mode.equals("escaped");
  }

  private static boolean isBinary(String type) {
    return type.indexOf('/') > 0
        && !type.startsWith("text/")
        && !type.endsWith("xml")
        && !type.startsWith("application/xhtml");
  }

  private static Optional<String> base64(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text.strip());
      String decoded = new String(bytes, UTF_8);
      boolean legible = decoded.chars().noneMatch(c -> c == 0xFFFD || c == 0);
      return legible && !decoded.isBlank() ? Optional.of(decoded) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
