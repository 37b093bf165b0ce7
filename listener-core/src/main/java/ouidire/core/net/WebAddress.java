package ouidire.core.net;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import ouidire.core.words.Wording;

/**
 * An address on the web, in one form that leaves nothing to interpret: what was checked is what is
 * asked for.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower-case ASCII name, dotted IPv4 or bracketed IPv6
 * @param port always explicit
 * @param target path and query, starts with {@code /}
 */
public record WebAddress(String scheme, String host, int port, String target) {
  private static final int LONGEST = 8_192;
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,62})(\\.[a-z0-9_]([a-z0-9_-]{0,62}))*");
  private static final Pattern DOTTED_IPV4 =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  /**
   * Reads an absolute http or https address. Characters that people leave unescaped in paths are
   * escaped; whatever makes the host ambiguous (credentials, numeric forms other than dotted IPv4,
   * backslashes, control characters, zone ids) is refused.
   */
  public static WebAddress parse(String url) throws ForbiddenAddressException {
    String trimmed = url.strip();
    if (trimmed.length() > LONGEST) {
      throw refused(
          trimmed.substring(0, 80) + "…",
          "a plus de " + LONGEST + " caractères ; raccourcissez-la",
          "has more than " + LONGEST + " characters; shorten it");
    }
    int colon = trimmed.indexOf("://");
    String scheme = colon < 0 ? "" : trimmed.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      String named = colon < 0 ? trimmed.replaceFirst(":.*", "") : scheme;
      throw refused(
          trimmed,
          colon < 0 && !trimmed.contains(":")
              ? "n’est pas une adresse http ou https ; donnez http://… ou https://…"
              : "est une adresse " + named + ":, ni http ni https ; donnez http://… ou https://…",
          colon < 0 && !trimmed.contains(":")
              ? "is no http or https address; give http://… or https://…"
              : "is a " + named + ": address, no http or https; give http://… or https://…");
    }
    String rest = trimmed.substring(colon + 3);
    int end = indexOfAny(rest, "/?#\\");
    String authority = end < 0 ? rest : rest.substring(0, end);
    String target = end < 0 ? "" : rest.substring(end);
    if (target.startsWith("\\")) {
      throw refused(trimmed, "a une barre oblique inverse ; écrivez /", "has a backslash; write /");
    }
    if (authority.indexOf('@') >= 0) {
      throw refused(
          hideCredentials(trimmed),
          "porte un nom ou un mot de passe ; retirez-les",
          "carries credentials; leave them out");
    }
    return authority(trimmed, scheme, authority, target(target));
  }

  /** The address that {@code reference} means on a page at this one. */
  public WebAddress resolve(String reference) throws ForbiddenAddressException {
    String trimmed = reference.strip();
    if (trimmed.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
      return parse(trimmed);
    }
    if (trimmed.startsWith("//")) {
      return parse(scheme + ":" + trimmed);
    }
    try {
      String escaped = escape(trimmed.replace('\\', '/'));
      return parse(new URI(toString()).resolve(new URI(escaped)).toString());
    } catch (URISyntaxException e) {
      throw refused(trimmed, "n’est pas une adresse ; corrigez-la", "is no address; correct it");
    }
  }

  /** Whether the host is written as numbers rather than as a name. */
  boolean isLiteral() {
    return host.startsWith("[") || DOTTED_IPV4.matcher(host).matches();
  }

  /** The address as people write it: the scheme's own port is left out. */
  @Override
  public String toString() {
    boolean usual = port == (scheme.equals("http") ? 80 : 443);
    return scheme + "://" + host + (usual ? "" : ":" + port) + target;
  }

  private static WebAddress authority(String url, String scheme, String authority, String target)
      throws ForbiddenAddressException {
    int hostEnd = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
    String host = hostEnd <= 0 ? authority : authority.substring(0, hostEnd);
    String after = authority.substring(host.length());
    int port = scheme.equals("http") ? 80 : 443;
    if (after.length() > 1) {
      if (!after.matches(":\\d{1,5}") || Integer.parseInt(after.substring(1)) > 65_535) {
        throw refused(
            url,
            "a le port \"" + after + "\" ; donnez de 1 à 65535",
            "has the port \"" + after + "\"; give 1 to 65535");
      }
      port = Integer.parseInt(after.substring(1));
    } else if (!after.isEmpty() && !after.equals(":")) {
      throw refused(
          url, "n’a pas d’hôte lisible ; corrigez-la", "has no readable host; correct it");
    }
    return new WebAddress(scheme, host(url, host), port, target);
  }

  private static String host(String url, String written) throws ForbiddenAddressException {
    if (written.startsWith("[")) {
      if (!written.matches("\\[[0-9a-fA-F:.]{2,45}]")) {
        throw refused(
            url,
            "n’a pas d’adresse IPv6 lisible ; corrigez-la",
            "has no readable IPv6 address; correct it");
      }
      return written.toLowerCase(Locale.ROOT);
    }
    String host;
    try {
      host = IDN.toASCII(written, 0).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw refused(
          url, "n’a pas d’hôte lisible ; corrigez-la", "has no readable host; correct it");
    }
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    if (host.length() > 253 || !NAME.matcher(host).matches()) {
      throw refused(
          url, "n’a pas d’hôte lisible ; corrigez-la", "has no readable host; correct it");
    }
    if (endsInNumber(host) && !isDottedIpv4(host)) {
      throw refused(
          url,
          "écrit son hôte comme un nombre ; écrivez-le en quatre nombres avec des points",
          "writes its host as a number; write it as four numbers with dots");
    }
    return host;
  }

  /** What browsers take for an IPv4 address in one of its decimal, octal or hexadecimal forms. */
  private static boolean endsInNumber(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    return last.matches("\\d+|0x[0-9a-f]*");
  }

  private static boolean isDottedIpv4(String host) {
    if (!DOTTED_IPV4.matcher(host).matches()) {
      return false;
    }
    for (String part : host.split("\\.")) {
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  private static String target(String written) {
    int fragment = written.indexOf('#');
    String target = fragment < 0 ? written : written.substring(0, fragment);
    if (!target.startsWith("/")) {
      target = "/" + target;
    }
    return escape(target);
  }

  /** Escapes what RFC 3986 does not allow as it stands; what is escaped already stays. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c > ' ' && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0;
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append("%02X".formatted((int) c));
      }
    }
    return loosePercents(out.toString());
  }

  private static String loosePercents(String text) {
    return text.replaceAll("%(?![0-9a-fA-F]{2})", "%25");
  }

  private static int indexOfAny(String text, String chars) {
    for (int i = 0; i < text.length(); i++) {
      if (chars.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static String hideCredentials(String url) {
    return url.replaceAll("//[^/?#]*@", "//…@");
  }

  private static ForbiddenAddressException refused(String url, String french, String english) {
    return new ForbiddenAddressException(
        new Wording(" " + french, " " + english).after(url.replaceAll("\\p{Cntrl}", "\uFFFD")));
  }
}
