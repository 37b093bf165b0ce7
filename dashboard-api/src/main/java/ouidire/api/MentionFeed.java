package ouidire.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Author;
import ouidire.core.mention.Mention;
import ouidire.core.settings.Setting;

/**
 * The newest mentions of a saved search as a feed: RSS 2.0 or Atom (RFC 4287). Texts are written as
 * text: markup that somebody wrote stays visible as such.
 */
enum MentionFeed {
  RSS("application/rss+xml;charset=utf-8"),
  ATOM("application/atom+xml;charset=utf-8");

  private static final int ITEMS = 50;
  private static final int TITLE = 100;
  private final String type;

  MentionFeed(String type) {
    this.type = type;
  }

  void answer(Context call, Setting search, MentionFilter filter, MentionHistory history) {
    List<AnalysedMention> mentions =
        history.search(filter, MentionOrder.NEWEST, ITEMS, null).mentions();
    String site = call.scheme() + "://" + call.host();
    String xml = this == RSS ? rss(search, mentions, site) : atom(search, mentions, site);
    byte[] body = xml.getBytes(UTF_8);
    CRC32 sum = new CRC32();
    sum.update(body);
    String etag = "\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\"";
    call.header("ETag", etag).header("Cache-Control", "private, max-age=60");
    if (etag.equals(call.header("If-None-Match"))) {
      call.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    call.contentType(type).result(body);
  }

  private static String rss(Setting search, List<AnalysedMention> mentions, String site) {
    Xml xml = new Xml();
    xml.open("rss", "version", "2.0").open("channel");
    xml.text("title", name(search)).text("link", site + "/recherches");
    xml.text("description", "Ouïdire");
    xml.text("generator", "Ouïdire").text("ttl", "5");
    for (AnalysedMention seen : mentions) {
      Mention mention = seen.mention();
      xml.open("item");
      xml.text("title", title(mention)).text("link", address(mention, site));
      xml.text("guid", mention.id(), "isPermaLink", "false");
      xml.text(
          "pubDate",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              mention.publishedAt().atOffset(ZoneOffset.UTC)));
      // Readers take a description for HTML.
      xml.text("description", Xml.escaped(mention.text()));
      xml.text("category", "tone:" + Json.word(seen.tone().label()));
      xml.text("source", mention.source().name(), "url", address(mention, site));
      xml.close("item");
    }
    return xml.close("channel").close("rss").toString();
  }

  private static String atom(Setting search, List<AnalysedMention> mentions, String site) {
    Xml xml = new Xml();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom");
    xml.text("title", name(search));
    xml.text("id", "urn:ouidire:search:" + search.id());
    Instant updated =
        mentions.stream()
            .map(seen -> seen.mention().publishedAt())
            .max(Instant::compareTo)
            .orElse(search.changedAt());
    xml.text("updated", updated.toString());
    xml.empty("link", "rel", "alternate", "href", site + "/recherches");
    xml.text("generator", "Ouïdire");
    for (AnalysedMention seen : mentions) {
      Mention mention = seen.mention();
      xml.open("entry");
      xml.text("title", title(mention));
      xml.text("id", "urn:ouidire:mention:" + URLEncoder.encode(mention.id(), UTF_8));
      xml.text("published", mention.publishedAt().toString());
      xml.text("updated", mention.publishedAt().toString());
      xml.empty("link", "rel", "alternate", "href", address(mention, site));
      xml.open("author").text("name", author(mention)).close("author");
      xml.empty("category", "term", "tone:" + Json.word(seen.tone().label()));
      xml.text("content", mention.text(), "type", "text");
      xml.close("entry");
    }
    return xml.close("feed").toString();
  }

  private static String name(Setting search) {
    return search.value().path("name").asText(search.id()) + " · Ouïdire";
  }

  private static String title(Mention mention) {
    String title = mention.title();
    String said = title == null || title.isBlank() ? mention.text() : title;
    said = said.strip().replaceAll("\\s+", " ");
    if (said.length() > TITLE) {
      int end = said.offsetByCodePoints(0, said.codePointCount(0, TITLE));
      said = said.substring(0, end) + "…";
    }
    return author(mention) + " : " + said;
  }

  private static String author(Mention mention) {
    Author author = mention.author();
    String name = author.name() == null ? author.handle() : author.name();
    return name == null || name.isBlank() ? mention.source().name() : name;
  }

  /** Where it was published, when that is an address of the web; else here. */
  private static String address(Mention mention, String site) {
    @Nullable String url = mention.url();
    return url != null && url.matches("https?://.*")
        ? url
        : site + "/mentions?mention=" + URLEncoder.encode(mention.id(), UTF_8);
  }

  /** Well-formed XML 1.0 whatever the texts hold. */
  private static final class Xml {
    private final StringBuilder out =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    Xml open(String name, String... attributes) {
      begin(name, attributes).append('>');
      return this;
    }

    Xml close(String name) {
      out.append("</").append(name).append(">\n");
      return this;
    }

    Xml empty(String name, String... attributes) {
      begin(name, attributes).append("/>\n");
      return this;
    }

    Xml text(String name, String text, String... attributes) {
      begin(name, attributes).append('>').append(escaped(text));
      return close(name);
    }

    private StringBuilder begin(String name, String... attributes) {
      out.append('<').append(name);
      for (int i = 0; i < attributes.length; i += 2) {
        out.append(' ').append(attributes[i]).append("=\"");
        out.append(escaped(attributes[i + 1])).append('"');
      }
      return out;
    }

    /** Characters that XML cannot hold are left out. */
    static String escaped(String text) {
      StringBuilder safe = new StringBuilder(text.length() + 16);
      text.codePoints()
          .forEach(
              c -> {
                switch (c) {
                  case '<' -> safe.append("&lt;");
                  case '>' -> safe.append("&gt;");
                  case '&' -> safe.append("&amp;");
                  case '"' -> safe.append("&quot;");
                  case '\t', '\n', '\r' -> safe.appendCodePoint(c);
                  default -> {
                    boolean allowed =
                        c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                    if (allowed) {
                      safe.appendCodePoint(c);
                    }
                  }
                }
              });
      return safe.toString();
    }

    @Override
    public String toString() {
      return out.toString();
    }
  }
}
