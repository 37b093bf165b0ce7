package ouidire.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import ouidire.ingest.feed.ReadableText.Found;

/** The children of a feed or an entry by name, and what can be read in them. */
final class Fields {
  /** Elements of one value: another of them inside means that the first was never closed. */
  private static final Set<String> SIMPLE =
      Set.of(
          "title",
          "link",
          "guid",
          "id",
          "pubdate",
          "updated",
          "published",
          "issued",
          "created",
          "modified",
          "category",
          "comments",
          "author",
          "dc:date",
          "dc:creator",
          "dc:title",
          "dc:subject",
          "enclosure",
          "ttl",
          "language",
          "description",
          "summary");

  private static final Set<String> FOUND_IN_NO_MARKUP =
      Set.of(
          "guid",
          "pubdate",
          "updated",
          "published",
          "issued",
          "modified",
          "description",
          "content:encoded",
          "dc:date",
          "dc:creator",
          "enclosure",
          "item",
          "entry");

  private static final List<String> TITLES =
      List.of("title", "dc:title", "itunes:title", "media:title", "dcterms:title");

  private static final int DEEPEST = 20;

  private final Map<String, List<Element>> byName;

  private Fields(Map<String, List<Element>> byName) {
    this.byName = byName;
  }

  static Fields of(Element parent) {
    Map<String, List<Element>> byName = new HashMap<>();
    collect(parent, byName, 0);
    return new Fields(byName);
  }

  private static void collect(Element parent, Map<String, List<Element>> byName, int depth) {
    for (Element child : List.copyOf(parent.children())) {
      place(child, byName, depth);
    }
  }

  private static void place(Element child, Map<String, List<Element>> byName, int depth) {
    String name = Names.of(child);
    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(child);
    if (depth >= DEEPEST) {
      return;
    }
    if (name.equals("media:group") || name.equals("media:content")) {
      collect(child, byName, depth + 1);
    } else if (SIMPLE.contains(name)) {
      for (Element stray : strays(name, child)) {
        stray.remove();
        place(stray, byName, depth + 1);
      }
    }
  }

  /** Children that show that an element was never closed: they follow it rather than belong. */
  private static List<Element> strays(String name, Element element) {
    boolean markup = name.equals("description") || name.equals("summary");
    List<Element> strays = new ArrayList<>();
    for (Element child : element.children()) {
      String inside = Names.of(child);
      boolean value = !name.equals("author") && SIMPLE.contains(inside);
      boolean certain =
          FOUND_IN_NO_MARKUP.contains(inside)
              || inside.equals("link") && child.wholeText().strip().startsWith("http");
      boolean likely = value && !markup && !inside.equals("title") && !inside.equals("summary");
      if (certain || likely || !strays.isEmpty() && value) {
        strays.add(child);
      }
    }
    return strays;
  }

  List<Element> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The first value that is not blank, names in order of preference. */
  Optional<String> value(List<String> names) {
    return names.stream()
        .flatMap(name -> all(name).stream())
        .map(element -> element.wholeText().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  Optional<Instant> date(List<String> names) {
    return names.stream()
        .flatMap(name -> all(name).stream())
        .flatMap(element -> FeedDates.parse(element.wholeText()).stream())
        .findFirst();
  }

  /** A text and the element it was read in. */
  record Text(Element element, Found found) {}

  /** The first text that is not blank, names in order of preference. */
  Optional<Text> text(List<String> names, String base) {
    return names.stream()
        .flatMap(name -> all(name).stream())
        .map(element -> new Text(element, TextConstruct.read(element, base)))
        .filter(text -> !text.found().text().isBlank())
        .findFirst();
  }

  Optional<String> title(String base) {
    return text(TITLES, base).map(text -> TextConstruct.oneLine(text.found().text()));
  }

  /** Names of all whom the first element kind that names somebody names. */
  Optional<String> author(List<String> names) {
    for (String name : names) {
      Set<String> people = new LinkedHashSet<>();
      all(name).forEach(element -> Person.of(element).ifPresent(people::add));
      if (!people.isEmpty()) {
        return Optional.of(String.join(", ", people));
      }
    }
    return Optional.empty();
  }

  /** The page that a feed or an entry is about. */
  Optional<String> page(String base) {
    Optional<String> original =
        all("feedburner:origlink").stream()
            .flatMap(e -> Links.web(e.text(), base).stream())
            .findFirst();
    if (original.isPresent()) {
      return original;
    }
    Optional<String> other = Optional.empty();
    for (Element link : all("link")) {
      String relation = attribute(link, "rel").strip();
      boolean alternate = relation.isEmpty() || relation.endsWith("alternate");
      String target = link.hasAttr("href") ? link.attr("href") : link.text();
      Optional<String> address = Links.web(target, Links.base(link, base));
      boolean html = link.attr("type").isEmpty() || link.attr("type").contains("html");
      if (alternate && html && address.isPresent()) {
        return address;
      }
      other = other.isEmpty() && alternate ? address : other;
    }
    return other;
  }

  /** An attribute whatever its case and prefix; empty when absent. */
  static String attribute(Element element, String name) {
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      if (key.substring(key.indexOf(':') + 1).equalsIgnoreCase(name)) {
        return attribute.getValue();
      }
    }
    return "";
  }
}
