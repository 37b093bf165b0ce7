package ouidire.analysis.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A web address in the form that queries compare: lower case, without scheme, user, port, {@code
 * www.}, fragment and last slash.
 *
 * @param host {@code actu.nordika.ca}
 * @param path from its slash or question mark on; empty when there is none
 */
public record Address(String host, String path) {
  /** An address as people write it, with or without scheme; null when it has no host. */
  public static @Nullable Address parse(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    int scheme = text.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    int end = text.indexOf('#', from);
    end = end < 0 ? text.length() : end;
    int hostEnd = from;
    while (hostEnd < end && "/?".indexOf(text.charAt(hostEnd)) < 0) {
      hostEnd++;
    }
    String host = text.substring(from, hostEnd);
    host = host.substring(host.lastIndexOf('@') + 1);
    int port = host.indexOf(':');
    host = port < 0 ? host : host.substring(0, port);
    if (host.startsWith("www.")) {
      host = host.substring(4);
    }
    while (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    if (host.isEmpty() || host.indexOf(' ') >= 0) {
      return null;
    }
    String path = text.substring(hostEnd, end);
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return new Address(host, path);
  }

  /** The host's labels from the last to the first, then the path: {@code ca.nordika.actu/a/b}. */
  public String key() {
    StringBuilder out = new StringBuilder(host.length() + path.length());
    int end = host.length();
    for (int dot = host.lastIndexOf('.'); dot >= 0; dot = host.lastIndexOf('.', dot - 1)) {
      out.append(host, dot + 1, end).append('.');
      end = dot;
    }
    return out.append(host, 0, end).append(path).toString();
  }

  /** Whether it is on this host or below it, and its path is this one's or continues it. */
  public boolean covers(String key) {
    String hostKey = new Address(host, "").key();
    int slash = 0;
    while (slash < key.length() && "/?".indexOf(key.charAt(slash)) < 0) {
      slash++;
    }
    boolean sameHost =
        key.startsWith(hostKey)
            && (slash == hostKey.length()
                || (slash > hostKey.length() && key.charAt(hostKey.length()) == '.'));
    if (!sameHost || !key.startsWith(path, slash)) {
      return false;
    }
    int after = slash + path.length();
    return after == key.length() || !Character.isLetterOrDigit(key.charAt(after));
  }

  boolean isImage() {
    int query = path.indexOf('?');
    String file = query < 0 ? path : path.substring(0, query);
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "jpg", "jpeg", "png", "gif", "webp", "avif" -> true;
      default -> false;
    };
  }
}
