package ouidire.ingest.feed;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * One spelling for each element, whatever prefix and case a feed writes it in: {@code title} for
 * those of RSS, Atom, RDF and CDF, {@code dc:creator} and the like for extensions.
 */
final class Names {
  private static final String FEED = "";

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://backend.userland.com/rss", FEED),
          Map.entry("http://backend.userland.com/rss2", FEED),
          Map.entry("http://blogs.law.harvard.edu/tech/rss", FEED),
          Map.entry("http://purl.org/rss/1.0", FEED),
          Map.entry("http://purl.org/rss/1.0/modules/rss091", FEED),
          Map.entry("http://purl.org/net/rss1.1", FEED),
          Map.entry("http://channel.netscape.com/rdf/simple/0.9", FEED),
          Map.entry("http://my.netscape.com/rdf/simple/0.9", FEED),
          Map.entry("http://my.netscape.com/publish/formats/rss-0.91.dtd", FEED),
          Map.entry("http://purl.org/atom/ns", FEED),
          Map.entry("http://www.w3.org/2005/atom", FEED),
          Map.entry("http://purl.org/echo", FEED),
          Map.entry("uri/of/echo/namespace", FEED),
          Map.entry("http://purl.org/pie", FEED),
          Map.entry("http://example.com/necho", FEED),
          Map.entry("http://example.com/newformat", FEED),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
          Map.entry("http://www.w3.org/2000/01/rdf-schema", "rdfs"),
          Map.entry("http://purl.org/dc/elements/1.0", "dc"),
          Map.entry("http://purl.org/dc/elements/1.1", "dc"),
          Map.entry("http://purl.org/dc/terms", "dcterms"),
          Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
          Map.entry("http://purl.org/rss/1.0/modules/company", "company"),
          Map.entry("http://purl.org/rss/1.0/modules/syndication", "sy"),
          Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://example.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://search.yahoo.com/mrss", "media"),
          Map.entry("http://xmlns.com/foaf/0.1", "foaf"),
          Map.entry("http://purl.org/syndication/thread/1.0", "thr"),
          Map.entry("http://wellformedweb.org/commentapi", "wfw"),
          Map.entry("http://purl.org/rss/1.0/modules/slash", "slash"));

  private Names() {}

  static String of(Element element) {
    String written = element.tagName().toLowerCase(Locale.ROOT);
    int colon = written.indexOf(':');
    String local = written.substring(colon + 1);
    String prefix = colon < 0 ? FEED : written.substring(0, colon);
    String namespace = canonical(element.tag().namespace());
    String known = PREFIXES.get(namespace);
    if (known == null && (prefix.equals("atom") || prefix.equals("a10") || prefix.equals("rss"))) {
      known = FEED;
    }
    String meant = known == null ? prefix : known;
    return meant.isEmpty() ? local : meant + ":" + local;
  }

  private static String canonical(String namespace) {
    if (namespace.equals(Parser.NamespaceXml)) {
      return "";
    }
    String lower = namespace.strip().toLowerCase(Locale.ROOT).replaceFirst("^https:", "http:");
    return lower.endsWith("/") || lower.endsWith("#")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
