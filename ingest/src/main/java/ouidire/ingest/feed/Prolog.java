package ouidire.ingest.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a document ready for reading: what stands before the first tag goes, the document type goes
 * with everything it declares, but for the short entities that some feeds declare for their
 * accents; an ampersand that begins no reference is one. Nothing that a document type names is ever
 * fetched, and an entity can name no other, so that none can explode.
 */
final class Prolog {
  private static final int MOST_ENTITIES = 500;
  private static final int MOST_GROWTH = 1_000_000;
  private static final int LONGEST_REFERENCE = 40;

  /** How far into a document its type is looked at for nested entities, characters. */
  private static final int PROLOG = 100_000;

  private static final Pattern NESTED =
      Pattern.compile(
          "<!ENTITY\\s{1,20}%?\\s{0,20}[\\w.:-]{1,36}\\s{1,20}[\"'][^\"'<]{0,2000}?[&%][A-Za-z_][\\w.:-]{0,36};");
  private static final Pattern ENTITY =
      Pattern.compile(
          "<!ENTITY\\s{1,20}([\\w.:-]{1,36})\\s{1,20}"
              + "(?:\"((?:[^\"<&%]|&#\\w{1,8};){0,200})\"|'((?:[^'<&%]|&#\\w{1,8};){0,200})')\\s{0,20}>");

  private final String document;
  private final Map<String, String> entities = new HashMap<>();

  private Prolog(String document) {
    this.document = document;
  }

  static String without(String document) {
    return new Prolog(document).read();
  }

  /**
   * Whether the document type declares entities that name others: what a bomb is made of, and
   * nothing that a feed needs.
   */
  static boolean declaresNested(String document) {
    int doctype = document.indexOf("<!ENTITY");
    return doctype >= 0
        && doctype < PROLOG
        && NESTED
            .matcher(document.substring(doctype, Math.min(document.length(), doctype + PROLOG)))
            .find();
  }

  private String read() {
    int start = document.indexOf('<');
    if (start < 0) {
      return "";
    }
    int from = afterDoctype(start);
    return references(from);
  }

  /** Where the document goes on after its document type, or where it starts without one. */
  private int afterDoctype(int start) {
    int at = start;
    while (at >= 0 && at < document.length()) {
      if (document.startsWith("<?", at)) {
        at = next("?>", at);
      } else if (document.startsWith("<!--", at)) {
        at = next("-->", at);
      } else if (document.regionMatches(true, at, "<!doctype", 0, 9)) {
        return endOfDoctype(at);
      } else {
        return start;
      }
      at = at < 0 ? -1 : document.indexOf('<', at);
    }
    return start;
  }

  private int next(String end, int from) {
    int at = document.indexOf(end, from);
    return at < 0 ? -1 : at + end.length();
  }

  private int endOfDoctype(int doctype) {
    int subset = document.indexOf('[', doctype);
    int end = document.indexOf('>', doctype);
    if (end < 0) {
      return document.length();
    }
    if (subset < 0 || subset > end) {
      return end + 1;
    }
    Matcher close = Pattern.compile("]\\s{0,100}>").matcher(document);
    int closed = close.find(subset) ? close.end() : end + 1;
    Matcher declared = ENTITY.matcher(document).region(subset, closed);
    while (declared.find() && entities.size() < MOST_ENTITIES) {
      String value = declared.group(2) == null ? declared.group(3) : declared.group(2);
      entities.putIfAbsent(declared.group(1).toLowerCase(Locale.ROOT), value);
    }
    return closed;
  }

  private String references(int from) {
    StringBuilder out = new StringBuilder(document.length() - from + 64);
    int most = document.length() + MOST_GROWTH;
    int at = from;
    while (at < document.length()) {
      int stop = nextSpecial(at);
      out.append(document, at, stop);
      at = stop;
      if (at >= document.length()) {
        break;
      }
      if (document.startsWith("<![CDATA[", at)) {
        int end = next("]]>", at);
        int until = end < 0 ? document.length() : end;
        out.append(document, at, until);
        at = until;
      } else if (document.charAt(at) == '<') {
        out.append('<');
        at++;
      } else {
        at = reference(at, out, most);
      }
    }
    return out.toString();
  }

  private int nextSpecial(int from) {
    for (int i = from; i < document.length(); i++) {
      char c = document.charAt(i);
      if (c == '&' || c == '<') {
        return i;
      }
    }
    return document.length();
  }

  /** Writes what the ampersand at {@code at} means; returns where to go on. */
  private int reference(int at, StringBuilder out, int most) {
    int end = at + 1;
    while (end < document.length()
        && end - at < LONGEST_REFERENCE
        && isName(document.charAt(end))) {
      end++;
    }
    boolean closed = end > at + 1 && end < document.length() && document.charAt(end) == ';';
    if (!closed) {
      out.append("&amp;");
      return at + 1;
    }
    String own = entities.get(document.substring(at + 1, end).toLowerCase(Locale.ROOT));
    if (own != null && out.length() + own.length() < most) {
      out.append(own);
    } else {
      out.append(document, at, end + 1);
    }
    return end + 1;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '#' || c == '.' || c == '_' || c == '-' || c == ':';
  }
}
