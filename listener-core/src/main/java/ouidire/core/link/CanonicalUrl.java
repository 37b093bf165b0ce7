package ouidire.core.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ouidire.core.brand.Site;
import ouidire.core.net.ForbiddenAddressException;
import ouidire.core.net.WebAddress;

/**
 * One form of the many ways to write the address of a page. From RFC 3986: lower-case scheme and
 * host and upper-case escapes (6.2.2.1), no escape of what needs none (6.2.2.2), no dot segments
 * (6.2.2.3), no default port and no empty path (6.2.3). Beyond it, since people copy addresses with
 * them: no fragment, no {@linkplain TrackingParameters tracking parameters}, the rest of the query
 * sorted by name.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower-case ASCII, as written
 * @param port always explicit
 * @param path starts with a slash
 * @param query from its question mark on; empty when there is none
 */
public record CanonicalUrl(String scheme, String host, int port, String path, String query) {
  /** The canonical form of an absolute http or https address; empty for anything else. */
  public static Optional<CanonicalUrl> of(String url) {
    WebAddress address;
    try {
      address = WebAddress.parse(url);
    } catch (ForbiddenAddressException e) {
      return Optional.empty();
    }
    String target = address.target();
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : query(target.substring(mark + 1));
    return Optional.of(
        new CanonicalUrl(
            address.scheme(),
            address.host(),
            address.port(),
            withoutDots(unescaped(path)),
            query.isEmpty() ? "" : "?" + query));
  }

  /** Its host without {@code www.}: what links are grouped by. */
  public String domain() {
    return Site.bare(host);
  }

  /**
   * Equal for addresses that nearly always show the same page though RFC 3986 tells them apart:
   * scheme, {@code www.} and slashes at the end are left out.
   */
  public String key() {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return domain() + (isUsualPort() ? "" : ":" + port) + path.substring(0, end) + query;
  }

  /** Whether it is on one of the sites. */
  public boolean isOn(List<Site> sites) {
    String domain = domain();
    return sites.stream().anyMatch(site -> site.covers(domain, port, path + query));
  }

  private boolean isUsualPort() {
    return port == 80 || port == 443;
  }

  @Override
  public String toString() {
    boolean usual = port == (scheme.equals("http") ? 80 : 443);
    return scheme + "://" + host + (usual ? "" : ":" + port) + path + query;
  }

  private static String query(String written) {
    List<String> kept = new ArrayList<>();
    for (String pair : written.split("&")) {
      if (!pair.isEmpty() && !TrackingParameters.contains(name(pair))) {
        kept.add(unescaped(pair));
      }
    }
    // Stable: values of one name keep their order, which may mean something.
    kept.sort(Comparator.comparing(CanonicalUrl::name));
    return String.join("&", kept);
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }

  /** Escapes of unreserved characters undone, the digits of the others in capitals. */
  private static String unescaped(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%' || i + 2 >= text.length()) {
        out.append(c);
        continue;
      }
      String digits = text.substring(i + 1, i + 3);
      int value = Integer.parseInt(digits, 16);
      if (isUnreserved(value)) {
        out.append((char) value);
      } else {
        out.append('%').append(digits.toUpperCase(Locale.ROOT));
      }
      i += 2;
    }
    return out.toString();
  }

  private static boolean isUnreserved(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** RFC 3986 section 5.2.4, for a path that starts with a slash. */
  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      boolean up = segments[i].equals("..");
      if (up && !kept.isEmpty()) {
        kept.removeLast();
      }
      if (!up && !segments[i].equals(".")) {
        kept.add(segments[i]);
      } else if (last) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
