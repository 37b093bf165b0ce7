package ouidire.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import ouidire.ingest.feed.ReadableText.Found;

/** Reads one {@code item} or {@code entry} of any XML family. */
final class EntryReader {
  private static final List<String> CONTENTS =
      List.of(
          "content",
          "content:encoded",
          "content_encoded",
          "content:item",
          "xhtml:body",
          "body",
          "fullitem",
          "xhtml:div",
          "prodlink");
  private static final List<String> SUMMARIES =
      List.of(
          "description",
          "summary",
          "abstract",
          "dc:description",
          "dcterms:abstract",
          "itunes:summary",
          "media:description",
          "media:text",
          "itunes:subtitle",
          "subtitle");
  private static final List<String> DATES =
      List.of(
          "published",
          "issued",
          "pubdate",
          "dcterms:issued",
          "dc:date",
          "date",
          "dcterms:available",
          "created",
          "dcterms:created",
          "updated",
          "modified",
          "dcterms:modified",
          "lastbuilddate");
  private static final List<String> AUTHORS =
      List.of("author", "dc:creator", "dc:author", "itunes:author", "foaf:maker", "creator");
  private static final List<String> IDS = List.of("guid", "id", "dc:identifier");
  private static final Set<String> OWN_RELATIONS =
      Set.of(
          "self", "edit", "next", "previous", "prev", "first", "last", "hub", "replies", "license");

  private EntryReader() {}

  /** An entry before it inherits what its feed says. */
  record Draft(FeedEntry entry) {
    FeedEntry complete(FeedHead head) {
      return new FeedEntry(
          entry.id(),
          entry.url(),
          entry.title(),
          entry.author() == null ? head.author() : entry.author(),
          entry.publishedAt(),
          entry.language() == null ? head.language() : entry.language(),
          entry.text(),
          entry.links(),
          entry.categories());
    }
  }

  static Draft read(Element element, String documentBase) {
    Fields fields = Fields.of(element);
    String about = Fields.attribute(element, "about");
    Optional<String> id = fields.value(IDS).or(() -> Optional.of(about).filter(a -> !a.isBlank()));
    Optional<String> url = page(element, fields, documentBase);
    Optional<Fields.Text> body =
        fields.text(CONTENTS, documentBase).or(() -> fields.text(SUMMARIES, documentBase));
    Found text = body.map(Fields.Text::found).orElse(Found.NOTHING);
    FeedEntry entry =
        new FeedEntry(
            id.orElse(null),
            url.orElse(null),
            fields.title(documentBase).orElse(null),
            fields.author(AUTHORS).orElse(null),
            date(element, fields),
            language(element, fields, body.map(Fields.Text::element)),
            text.text(),
            links(fields, text, url.orElse(""), documentBase),
            categories(fields));
    return new Draft(entry);
  }

  private static Optional<String> page(Element element, Fields fields, String documentBase) {
    String base = Links.base(element, documentBase);
    return fields
        .page(documentBase)
        .or(() -> permalink(fields))
        .or(() -> Links.web(Fields.attribute(element, "href"), base))
        .or(() -> absolute(Fields.attribute(element, "about")))
        .or(() -> fields.value(List.of("link", "dc:identifier")).flatMap(EntryReader::absolute));
  }

  private static Optional<String> permalink(Fields fields) {
    return fields.all("guid").stream()
        .filter(guid -> !Fields.attribute(guid, "ispermalink").strip().equalsIgnoreCase("false"))
        .flatMap(guid -> absolute(guid.text()).stream())
        .findFirst();
  }

  private static Optional<String> absolute(String written) {
    return Links.web(written, "").filter(link -> link.matches("(?s)(?i)(https?|ftp)://.*"));
  }

  private static @Nullable Instant date(Element element, Fields fields) {
    return fields
        .date(DATES)
        .or(() -> FeedDates.parse(Fields.attribute(element, "lastmod")))
        .orElse(null);
  }

  private static @Nullable String language(Element element, Fields fields, Optional<Element> body) {
    return Languages.tag(fields.value(List.of("dc:language", "language")).orElse(null))
        .or(() -> body.flatMap(Languages::around))
        .or(() -> Languages.around(element))
        .orElse(null);
  }

  private static List<String> links(Fields fields, Found text, String own, String documentBase) {
    Set<String> links = new LinkedHashSet<>();
    for (Element link : fields.all("link")) {
      String relation = link.attr("rel").strip();
      if (!OWN_RELATIONS.contains(relation)) {
        Links.web(link.attr("href"), Links.base(link, documentBase)).ifPresent(links::add);
      }
    }
    for (String name : List.of("enclosure", "media:content", "content")) {
      for (Element element : fields.all(name)) {
        String target = name.equals("content") ? element.attr("src") : element.attr("url");
        Links.web(target, Links.base(element, documentBase)).ifPresent(links::add);
      }
    }
    links.addAll(text.links());
    links.remove(own);
    return new ArrayList<>(links);
  }

  private static List<String> categories(Fields fields) {
    Set<String> categories = new LinkedHashSet<>();
    for (String name : List.of("category", "dc:subject", "itunes:keywords", "media:keywords")) {
      for (Element element : fields.all(name)) {
        String label = element.hasAttr("label") ? element.attr("label") : element.attr("term");
        String written = label.isBlank() ? element.text() : label;
        String separator = name.endsWith("keywords") ? "," : "\u0000";
        for (String category : written.split(separator, 200)) {
          String tidy = TextConstruct.oneLine(TextConstruct.ofUntyped(category, "").text());
          if (!tidy.isBlank() && tidy.length() <= 200) {
            categories.add(tidy);
          }
        }
      }
    }
    return new ArrayList<>(categories);
  }
}
