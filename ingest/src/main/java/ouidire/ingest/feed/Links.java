package ouidire.ingest.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them. */
final class Links {
  private static final Pattern SCHEME = Pattern.compile("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  private static final int LONGEST = 8_192;
  private static final int DEEPEST = 200;

  private Links() {}

  /**
   * The address that {@code written} means under {@code base}: http, https, or relative still where
   * no base is known. Anything that is not for a browser to open plainly is none.
   */
  static Optional<String> web(@Nullable String written, String base) {
    if (written == null) {
      return Optional.empty();
    }
    String link = written.replaceAll("\\p{Cntrl}", "").strip();
    if (link.isEmpty() || link.length() > LONGEST || link.startsWith("#") && base.isEmpty()) {
      return Optional.empty();
    }
    if (link.startsWith("//") && base.isEmpty()) {
      link = "http:" + link;
    }
    boolean absolute = SCHEME.matcher(link).matches();
    String resolved = absolute || base.isEmpty() ? link : resolve(base, link);
    if (!SCHEME.matcher(resolved).matches()) {
      return Optional.of(resolved);
    }
    String scheme = resolved.substring(0, resolved.indexOf(':')).toLowerCase(Locale.ROOT);
    return scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp")
        ? Optional.of(resolved)
        : Optional.empty();
  }

  /** The base that holds inside an element: its own {@code xml:base} and those around it. */
  static String base(Element element, String documentBase) {
    Deque<String> bases = new ArrayDeque<>();
    Element at = element;
    for (int i = 0; at != null && i < DEEPEST; i++, at = at.parent()) {
      String own = at.attr("xml:base");
      if (!own.isBlank()) {
        bases.push(own.strip());
      }
    }
    String base = documentBase;
    for (String next : bases) {
      base = base.isEmpty() || SCHEME.matcher(next).matches() ? next : resolve(base, next);
    }
    return base;
  }

  /** RFC 3986 resolution that leaves what cannot be parsed as it is. */
  private static String resolve(String base, String reference) {
    try {
      URI at = new URI(escaped(base));
      if (at.isOpaque()) {
        return reference;
      }
      if (reference.startsWith("?")) {
        String path = at.getRawPath() == null || at.getRawPath().isEmpty() ? "/" : at.getRawPath();
        return at.resolve(path) + escaped(reference);
      }
      if (at.getAuthority() != null && (at.getRawPath() == null || at.getRawPath().isEmpty())) {
        at = at.resolve("/");
      }
      // Java keeps the ".." that would climb above the root; RFC 3986 drops them.
      return at.resolve(new URI(escaped(reference)))
          .toString()
          .replaceFirst("^([a-zA-Z][a-zA-Z0-9+.-]*://[^/]*)(/\\.\\.)+(?=/|$)", "$1");
    } catch (URISyntaxException | IllegalArgumentException e) {
      return reference;
    }
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0) {
        out.append('%').append("%02X".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
