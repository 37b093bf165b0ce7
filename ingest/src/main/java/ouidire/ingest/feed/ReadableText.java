package ouidire.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text that people read in a piece of markup, and the addresses it points at. Paragraphs and
 * other blocks are lines, preformatted text keeps its own; scripts, styles and comments leave
 * nothing.
 *
 * <p>Markup is read as a plain tree, not by the whole of HTML's tree construction: nothing that it
 * rearranges matters to text, and time stays linear for hostile nesting.
 */
final class ReadableText {
  private static final TagSet TAGS = tags();

  private final StringBuilder out = new StringBuilder();
  private final Set<String> links = new LinkedHashSet<>();
  private final String base;

  private ReadableText(String base) {
    this.base = base;
  }

  /** What was found. */
  record Found(String text, List<String> links) {
    static final Found NOTHING = new Found("", List.of());

    Found {
      links = List.copyOf(links);
    }
  }

  /** Reads HTML in any state. */
  static Found ofHtml(String html, String base) {
    ReadableText reader = new ReadableText(base);
    reader.html(html, 0);
    return reader.found();
  }

  /** Reads the children of an element that was parsed already (XHTML inside a feed). */
  static Found ofElement(Element element, String base) {
    ReadableText reader = new ReadableText(base);
    for (Node child : element.childNodes()) {
      NodeTraversor.traverse(reader.new Walk(0, true), child);
    }
    return reader.found();
  }

  /** Reads text that is not markup; its line breaks stay. */
  static Found ofPlain(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines().forEach(line -> lines.append(line).append('\n'));
    return new Found(tidy(lines), List.of());
  }

  private void html(String html, int nested) {
    Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).tagSet(new TagSet(TAGS));
    NodeTraversor.traverse(new Walk(nested, false), parser.parseInput(html, base));
  }

  private Found found() {
    return new Found(Markup.withoutHostileTags(tidy(out)), new ArrayList<>(links));
  }

  private static TagSet tags() {
    TagSet tags = new TagSet();
    for (String name : Markup.VOIDS) {
      tags.add(new Tag(name, Parser.NamespaceXml).set(Tag.Void));
    }
    for (String name : List.of("script", "style")) {
      tags.add(new Tag(name, Parser.NamespaceXml).set(Tag.Data));
    }
    return tags;
  }

  private final class Walk implements NodeVisitor {
    private final int nested;
    private final boolean literal;
    private int unreadable;
    private int preformatted;

    /**
     * @param nested how often markup was found inside markup
     * @param literal whether character data is text as it stands (XHTML) or, when it hides in a
     *     CDATA section of HTML, markup
     */
    Walk(int nested, boolean literal) {
      this.nested = nested;
      this.literal = literal;
    }

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case CDataNode data when unreadable == 0 && !literal && nested < 3 ->
            html(data.getWholeText(), nested + 1);
        case TextNode text when unreadable == 0 -> text(text.getWholeText());
        case Element element -> open(element, name(element));
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = name(element);
        unreadable -= Markup.UNREADABLE.contains(name) ? 1 : 0;
        preformatted -= name.equals("pre") ? 1 : 0;
        if (Markup.BLOCKS.contains(name)) {
          out.append('\n');
        }
      }
    }

    private void open(Element element, String name) {
      unreadable += Markup.UNREADABLE.contains(name) ? 1 : 0;
      preformatted += name.equals("pre") ? 1 : 0;
      if (name.equals("br") || Markup.BLOCKS.contains(name)) {
        out.append('\n');
      } else if (name.equals("td") || name.equals("th")) {
        out.append(' ');
      } else if (name.equals("a") || name.equals("area")) {
        Links.web(element.attr("href"), Links.base(element, base)).ifPresent(links::add);
      }
    }

    private void text(String text) {
      if (preformatted > 0) {
        out.append(text);
        return;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        out.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
      }
    }
  }

  private static String name(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** Single spaces, no blank lines, nothing that is not a character for people. */
  private static String tidy(CharSequence text) {
    StringBuilder tidy = new StringBuilder(text.length());
    boolean space = false;
    boolean line = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
        line = true;
      } else if (c == ' ' || c == '\t' || c == '\u00A0' && (tidy.isEmpty() || line)) {
        space = true;
      } else if (isInvisible(c) || isLoneSurrogate(text, i)) {
        continue;
      } else {
        if (!tidy.isEmpty() && (line || space)) {
          tidy.append(line ? '\n' : ' ');
        }
        line = false;
        space = false;
        tidy.append(c);
      }
    }
    int end = tidy.length();
    while (end > 0
        && (Character.isWhitespace(tidy.charAt(end - 1)) || tidy.charAt(end - 1) == '\u00A0')) {
      end--;
    }
    return tidy.substring(0, end);
  }

  private static boolean isInvisible(char c) {
    return c < ' ' || c >= 0x7F && c < 0xA0 || c == '\uFEFF' || c == '\u00AD' || c >= '\uFFFE';
  }

  private static boolean isLoneSurrogate(CharSequence text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
