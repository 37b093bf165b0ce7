package ouidire.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;
import ouidire.ingest.feed.ReadableText.Found;

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), item by item: what follows a syntax error
 * is lost, what precedes it is kept.
 */
final class JsonFeedReader {
  private static final int MOST_ENTRIES = 20_000;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(64)
                      .maxStringLength(4_000_000)
                      .build())
              .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
              .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
              .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
              .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
              .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
              .build());

  private final String base;
  private final List<EntryReader.Draft> drafts = new ArrayList<>();
  private boolean isFeed;
  private @Nullable String title;
  private @Nullable String page;
  private @Nullable String author;
  private @Nullable String language;
  private @Nullable Wording flaw;

  private JsonFeedReader(String base) {
    this.base = base;
  }

  static ParsedFeed read(String document, String base) throws NotAFeedException {
    return new JsonFeedReader(base).read(document);
  }

  private ParsedFeed read(String document) throws NotAFeedException {
    try (JsonParser json = JSON.createParser(document)) {
      json.nextToken();
      while (flaw == null && json.nextToken() == JsonToken.FIELD_NAME) {
        field(json, json.currentName());
      }
    } catch (IOException e) {
      flaw = new Wording("est du JSON brisé", "is broken JSON").then(at(e));
    }
    if (!isFeed) {
      Wording found =
          flaw == null
              ? new Wording("est du JSON mais pas un JSON Feed", "is JSON but no JSON Feed")
              : flaw;
      throw new NotAFeedException(
          found.then(
              new Wording(" ; donnez un objet avec \"items\"", "; give an object with \"items\"")));
    }
    return new FeedHead(title, page, author, language, null, null).with(drafts, flaw);
  }

  private void field(JsonParser json, String name) throws IOException {
    JsonToken value = json.nextToken();
    switch (name) {
      case "version" -> isFeed |= json.getValueAsString("").contains("jsonfeed.org/version");
      case "title" -> title = line(json.getValueAsString()).orElse(null);
      case "home_page_url" -> page = Links.web(json.getValueAsString(), base).orElse(null);
      case "language" -> language = Languages.tag(json.getValueAsString()).orElse(null);
      case "author", "authors" -> author = authors(json.readValueAsTree()).orElse(author);
      case "items" -> {
        isFeed |= value == JsonToken.START_ARRAY;
        items(json);
      }
      default -> json.skipChildren();
    }
  }

  private void items(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != null && json.currentToken() != JsonToken.END_ARRAY) {
      JsonNode item = json.readValueAsTree();
      if (item.isObject()) {
        drafts.add(new EntryReader.Draft(entry(item)));
      }
      if (drafts.size() >= MOST_ENTRIES) {
        flaw =
            new Wording(
                "a plus de " + MOST_ENTRIES + " articles",
                "has more than " + MOST_ENTRIES + " entries");
        return;
      }
    }
  }

  private FeedEntry entry(JsonNode item) {
    Optional<String> own = link(item, "url");
    Optional<String> external = link(item, "external_url");
    Optional<String> id = text(item, "id");
    Optional<String> url =
        own.or(() -> external).or(() -> id.filter(i -> i.startsWith("http")).flatMap(this::web));
    Found text =
        text(item, "content_html")
            .map(html -> ReadableText.ofHtml(html, base))
            .or(() -> text(item, "content_text").map(ReadableText::ofPlain))
            .or(() -> text(item, "summary").map(ReadableText::ofPlain))
            .orElse(Found.NOTHING);
    return new FeedEntry(
        id.orElse(null),
        url.orElse(null),
        text(item, "title").flatMap(JsonFeedReader::line).orElse(null),
        authors(item.path("authors")).or(() -> authors(item.path("author"))).orElse(null),
        text(item, "date_published")
            .or(() -> text(item, "date_modified"))
            .flatMap(FeedDates::parse)
            .orElse(null),
        text(item, "language").flatMap(Languages::tag).orElse(null),
        Markup.withoutHostileTags(text.text()),
        links(item, text, external, url.orElse("")),
        tags(item));
  }

  private List<String> links(JsonNode item, Found text, Optional<String> external, String own) {
    Set<String> links = new LinkedHashSet<>();
    external.ifPresent(links::add);
    for (JsonNode attachment : item.path("attachments")) {
      link(attachment, "url").ifPresent(links::add);
    }
    links.addAll(text.links());
    links.remove(own);
    return new ArrayList<>(links);
  }

  private static List<String> tags(JsonNode item) {
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : item.path("tags")) {
      line(tag.asText("")).filter(t -> t.length() <= 200 && tags.size() < 200).ifPresent(tags::add);
    }
    return tags;
  }

  private static Optional<String> authors(JsonNode authors) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode one : authors.isArray() ? authors : List.of(authors)) {
      text(one, "name").or(() -> text(one, "url")).flatMap(Person::ofText).ifPresent(names::add);
      if (one.isTextual()) {
        Person.ofText(one.asText()).ifPresent(names::add);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private Optional<String> link(JsonNode node, String name) {
    return text(node, name).flatMap(this::web);
  }

  private Optional<String> web(String written) {
    return Links.web(written, base);
  }

  private static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }

  private static Optional<String> line(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String plain = ReadableText.ofPlain(text).text();
    return Optional.of(TextConstruct.oneLine(Markup.withoutHostileTags(plain)));
  }

  private static Wording at(IOException e) {
    return e instanceof com.fasterxml.jackson.core.JsonProcessingException broken
            && broken.getLocation() != null
        ? new Wording(" à la ligne ", " at line ")
            .then(Wording.same(Integer.toString(broken.getLocation().getLineNr())))
        : Wording.same("");
  }
}
