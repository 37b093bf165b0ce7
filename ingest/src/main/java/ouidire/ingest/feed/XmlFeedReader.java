package ouidire.ingest.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * Reads the XML families from a tree that is built tolerantly (unclosed and crossed tags,
 * undeclared prefixes, HTML's entities) and freed entry by entry. An entry that the document leaves
 * open ends where the next one begins.
 */
final class XmlFeedReader {
  private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "rdf:rdf");
  private static final int MOST_ENTRIES = 20_000;
  private static final int DEEPEST = 256;
  private static final int LONGEST_SHOWN = 80;

  /** What XML allows for a name, of ASCII: what feeds, pages and other documents begin with. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]*");

  private final String base;
  private final long deadlineNanos;
  private final List<EntryReader.Draft> drafts = new ArrayList<>();
  private final Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final boolean nested;
  private @Nullable Wording flaw;

  private XmlFeedReader(String base, Duration within, boolean nested) {
    this.base = base;
    this.nested = nested;
    this.deadlineNanos = System.nanoTime() + within.toNanos();
  }

  /**
   * Reads a document.
   *
   * @param base address that relative ones are relative to; empty when unknown
   * @param within longest time that reading may take; what was read by then is kept
   */
  static ParsedFeed read(String document, String base, Duration within) throws NotAFeedException {
    return new XmlFeedReader(base, within, Prolog.declaresNested(document))
        .read(Prolog.without(document));
  }

  private ParsedFeed read(String document) throws NotAFeedException {
    Document tree;
    Parser xml = Parser.xmlParser().setMaxDepth(DEEPEST);
    try (StreamParser stream = new StreamParser(xml).parse(document, "")) {
      var elements = stream.iterator();
      while (flaw == null && elements.hasNext()) {
        Element element = elements.next();
        if (isEntry(element)) {
          takeInOrder(element);
        }
        if (drafts.size() >= MOST_ENTRIES) {
          flaw =
              new Wording(
                  "a plus de " + MOST_ENTRIES + " articles",
                  "has more than " + MOST_ENTRIES + " entries");
        } else if (System.nanoTime() > deadlineNanos) {
          flaw = new Wording("est trop long à lire", "takes too long to read");
        }
      }
      tree = stream.document();
    }
    Element root = tree.firstElementChild();
    Element feed = feed(tree);
    if (feed == null && drafts.isEmpty()) {
      throw notAFeed(document, root);
    }
    if (flaw == null && root != null && isCutOff(document, root)) {
      String end = "</" + shown(root.tagName()) + ">";
      flaw = new Wording("finit avant ", "ends before ").then(Wording.same(end));
    }
    if (flaw == null && nested) {
      flaw =
          new Wording(
              "déclare des entités qui en nomment d’autres (une bombe d’entités) ; elles ne sont"
                  + " pas développées",
              "declares entities that name others (an entity bomb); they are not expanded");
    }
    return FeedHead.read(feed == null ? tree : feed, base).with(drafts, flaw);
  }

  /** An entry found inside another means that the outer one was never closed: it comes first. */
  private void takeInOrder(Element entry) {
    List<Element> open = new ArrayList<>();
    for (Element around = entry.parent(); around != null; around = around.parent()) {
      if (isEntry(around) && !seen.contains(around)) {
        open.addFirst(around);
      }
    }
    open.forEach(this::take);
    if (!seen.contains(entry)) {
      take(entry);
      entry.empty();
    }
  }

  private void take(Element entry) {
    seen.add(entry);
    drafts.add(EntryReader.read(entry, base));
  }

  private static boolean isEntry(Element element) {
    String key = Names.of(element);
    if (!key.equals("item") && !key.equals("entry")) {
      return false;
    }
    Element parent = element.parent();
    return parent == null
        || !Set.of("content", "description", "summary").contains(Names.of(parent));
  }

  private static @Nullable Element feed(Document tree) {
    Element root = null;
    for (Element child : tree.children()) {
      if (root == null && ROOTS.contains(Names.of(child))) {
        root = child;
      }
    }
    if (root == null) {
      return null;
    }
    Element channel = null;
    for (Element child : root.children()) {
      if (channel == null && Names.of(child).equals("channel")) {
        channel = child;
      }
    }
    return channel == null ? root : channel;
  }

  private static boolean isCutOff(String document, Element root) {
    String end = ("</" + root.tagName()).toLowerCase(Locale.ROOT);
    int tail = Math.max(0, document.length() - 2_000);
    String last = document.substring(tail).toLowerCase(Locale.ROOT);
    return !last.contains(end) && !last.contains("/>");
  }

  private static NotAFeedException notAFeed(String document, @Nullable Element root) {
    if (root == null) {
      return new NotAFeedException(
          "n’a aucun élément ; donnez l’adresse d’un fil", "has no element; give a feed's address");
    }
    String name = root.tagName();
    if (!NAME.matcher(name).matches()) {
      return new NotAFeedException(
          "n’est pas du texte ; donnez un fil RSS, Atom ou JSON",
          "is no text; give an RSS, Atom or JSON feed");
    }
    if (!name.equalsIgnoreCase("html")) {
      return new NotAFeedException(
          "commence par <" + shown(name) + "> ; donnez un fil RSS, Atom ou JSON",
          "starts with <" + shown(name) + ">; give an RSS, Atom or JSON feed");
    }
    Optional<String> alternate =
        org.jsoup.Jsoup.parse(document.substring(0, Math.min(document.length(), 200_000)))
            .select("link[rel~=alternate][type~=(rss|atom|feed)]")
            .stream()
            .map(link -> link.attr("href"))
            .findFirst();
    String seems = alternate.map(XmlFeedReader::shown).orElse("");
    return new NotAFeedException(
        "est une page web ; donnez l’adresse de son fil"
            + (seems.isEmpty() ? "" : ", qui semble être " + seems),
        "is a web page; give its feed's address"
            + (seems.isEmpty() ? "" : ", which seems to be " + seems));
  }

  /** A piece of the document that can be said: short, printable ASCII. */
  private static String shown(String piece) {
    String plain = piece.replaceAll("[^!-~]", "?");
    return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
  }
}
