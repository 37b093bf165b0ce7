package ouidire.core.brand;

import java.util.Locale;
import java.util.Optional;
import ouidire.core.net.ForbiddenAddressException;
import ouidire.core.net.WebAddress;

/**
 * A place on the web that is a brand's own: a host with all below it ({@code nordika.ca} is {@code
 * boutique.nordika.ca} too), and only a part of it when a path is given ({@code
 * reseau.example/nordika}).
 *
 * @param host lower-case ASCII, without {@code www.}
 * @param port 0 for the usual ones
 * @param path from its slash on, without a slash at the end; empty for the whole host
 */
public record Site(String host, int port, String path) {
  /** Longest written form, characters. */
  public static final int MAX_LENGTH = 500;

  /** Reads a site as people write it, with or without scheme; empty when it is none. */
  public static Optional<Site> of(String written) {
    String text = written.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH || text.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    try {
      WebAddress address = WebAddress.parse(text.contains("://") ? text : "http://" + text);
      if (address.host().indexOf('.') < 0 && !address.host().startsWith("[")) {
        return Optional.empty();
      }
      String path = address.target();
      int query = path.indexOf('?');
      path = query < 0 ? path : path.substring(0, query);
      while (path.endsWith("/")) {
        path = path.substring(0, path.length() - 1);
      }
      boolean usual = address.port() == 80 || address.port() == 443;
      return Optional.of(new Site(bare(address.host()), usual ? 0 : address.port(), path));
    } catch (ForbiddenAddressException e) {
      return Optional.empty();
    }
  }

  /** A host without {@code www.}, lower case. */
  public static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") && lower.length() > 4 ? lower.substring(4) : lower;
  }

  /** Whether a host, without {@code www.}, is this site's or below it. */
  public boolean coversHost(String bareHost) {
    return bareHost.equals(host) || bareHost.endsWith("." + host);
  }

  /**
   * Whether an address is on the site.
   *
   * @param bareHost without {@code www.}
   * @param target path, and query where there is one
   */
  public boolean covers(String bareHost, int atPort, String target) {
    if (!coversHost(bareHost) || port != 0 && port != atPort || !target.startsWith(path)) {
      return false;
    }
    return path.isEmpty()
        || target.length() == path.length()
        || "/?".indexOf(target.charAt(path.length())) >= 0;
  }

  /** As settings keep it: {@code nordika.ca/fr}. */
  @Override
  public String toString() {
    return host + (port == 0 ? "" : ":" + port) + path;
  }
}
