package ouidire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Short ways to a parsed feed. */
final class Feeds {
  private Feeds() {}

  static ParsedFeed parse(String document) throws NotAFeedException {
    return FeedParser.parse(document.getBytes(UTF_8), null, null);
  }

  static FeedEntry first(String document) throws NotAFeedException {
    return parse(document).entries().getFirst();
  }

  static FeedEntry item(String children) throws NotAFeedException {
    return first(
        "<rss version=\"2.0\"><channel><title>Fil</title><item>"
            + children
            + "</item></channel></rss>");
  }

  static FeedEntry entry(String children) throws NotAFeedException {
    return first(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + children + "</entry></feed>");
  }

  static String text(String children) throws NotAFeedException {
    return item(children).text();
  }

  static String cdata(String html) {
    return "<![CDATA[" + html + "]]>";
  }

  static String escaped(String html) {
    return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
