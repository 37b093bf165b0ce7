package ouidire.ingest.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.MentionType;

/**
 * A page in HTML. What it says of itself is read from microformats (h-entry, which most senders of
 * webmentions write), else from the usual elements of a head.
 */
final class HtmlPage implements WebPage {
  private static final int DEEPEST = 256;
  private static final int EXCERPT = 600;
  private static final int TITLE = 300;
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([a-z0-9_:.-]{1,40})");
  private static final String POINTING =
      "a[href],area[href],link[href],img[src],video[src],audio[src],source[src],iframe[src],"
          + "blockquote[cite],q[cite]";
  private static final String AROUND =
      "p,li,blockquote,dd,td,figcaption,h1,h2,h3,h4,article,section";

  private final Document document;

  private HtmlPage(Document document) {
    this.document = document;
  }

  static HtmlPage of(byte[] body, @Nullable String contentType, String address) {
    try {
      Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
      return new HtmlPage(
          Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), address, parser));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /** Null for the one that the page states itself. */
  private static @Nullable String charset(@Nullable String contentType) {
    Matcher stated = CHARSET.matcher(contentType == null ? "" : contentType);
    try {
      return stated.find() && Charset.isSupported(stated.group(1)) ? stated.group(1) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public List<String> links() {
    Set<String> links = new LinkedHashSet<>();
    for (Element element : document.select(POINTING)) {
      String link = pointsAt(element);
      if (link.startsWith("http://") || link.startsWith("https://")) {
        links.add(link);
      }
    }
    return new ArrayList<>(links);
  }

  private static String pointsAt(Element element) {
    for (String attribute : List.of("href", "src", "cite")) {
      if (element.hasAttr(attribute)) {
        return element.absUrl(attribute);
      }
    }
    return "";
  }

  @Override
  public String text() {
    return document.text();
  }

  @Override
  public Said about(String target) {
    Element link =
        document.select(POINTING).stream()
            .filter(element -> WebPage.isSame(pointsAt(element), target))
            .findFirst()
            .orElse(null);
    Element entry = link == null ? null : link.closest(".h-entry");
    entry = entry == null ? document.selectFirst(".h-entry") : entry;
    Element within = entry == null ? document : entry;
    return new Said(
        title(within),
        excerpt(link),
        author(within),
        published(within),
        language(),
        type(within, target));
  }

  private @Nullable String title(Element within) {
    Element name = within == document ? null : within.selectFirst(".p-name");
    String title = name != null ? name.text() : attribute("meta[property=og:title]", "content");
    title = title == null || title.isBlank() ? document.title() : title;
    return title.isBlank() ? null : cut(title.strip(), TITLE);
  }

  private static @Nullable String excerpt(@Nullable Element link) {
    if (link == null) {
      return null;
    }
    Element around = link.closest(AROUND);
    String text = (around == null ? link : around).text().strip();
    return text.isEmpty() ? null : cut(text, EXCERPT);
  }

  private @Nullable String author(Element within) {
    Element card = within.selectFirst(".p-author .p-name, .p-author, .h-card .p-name");
    String name = card == null ? attribute("meta[name=author]", "content") : card.text();
    return name == null || name.isBlank() ? null : cut(name.strip(), TITLE);
  }

  private @Nullable Instant published(Element within) {
    Element time = within.selectFirst("time.dt-published[datetime]");
    String written =
        time != null
            ? time.attr("datetime")
            : attribute("meta[property=article:published_time]", "content");
    if (written == null) {
      Element any = within.selectFirst("time[datetime]");
      written = any == null ? "" : any.attr("datetime");
    }
    return time(written.strip());
  }

  private static @Nullable Instant time(String written) {
    try {
      return written.length() == 10
          ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(written.replace(' ', 'T')).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable String language() {
    Element html = document.selectFirst("html[lang]");
    String lang = html == null ? "" : html.attr("lang").strip();
    return lang.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? lang : null;
  }

  private static MentionType type(Element within, String target) {
    if (points(within, ".u-in-reply-to", target)) {
      return MentionType.COMMENT;
    }
    return points(within, ".u-repost-of", target) ? MentionType.REPOST : MentionType.ARTICLE;
  }

  /** The class stands on the link itself or on an h-cite around it. */
  private static boolean points(Element within, String property, String target) {
    return within.select(property).stream()
        .flatMap(element -> element.stream().limit(200))
        .anyMatch(element -> WebPage.isSame(pointsAt(element), target));
  }

  private @Nullable String attribute(String selector, String name) {
    Element found = document.selectFirst(selector);
    return found == null ? null : found.attr(name);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most);
    return text.substring(0, space > most / 2 ? space : most) + "…";
  }
}
