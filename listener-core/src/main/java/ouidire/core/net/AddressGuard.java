package ouidire.core.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * Decides which addresses may be reached: http and https, ports 80 and 443, hosts of the public
 * internet. Whatever else is wanted is allowed by name:
 *
 * <ul>
 *   <li>{@code 127.0.0.1:8081}, {@code intranet.example:8080}, {@code [::1]:9000}: this host at
 *       this port
 *   <li>{@code intranet.example}: this host at ports 80 and 443
 *   <li>{@code intranet.example:*}: this host at any port
 *   <li>{@code *}: every host at any port
 * </ul>
 *
 * An allowed host is allowed as written: allowing {@code localhost:8081} does not allow {@code
 * 127.0.0.1:8081}.
 */
public final class AddressGuard {
  /** Names that mean a private place wherever they are resolved (RFC 6761, 6762, 8375). */
  private static final Set<String> PRIVATE_SUFFIXES =
      Set.of(
          "localhost",
          "localdomain",
          "local",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "home.arpa",
          "onion",
          "invalid",
          "test");

  private final Set<String> allowed;
  private final HostResolver resolver;
  private final @Nullable String option;

  /**
   * @param allowPrivate hosts that may be reached although private or on another port
   * @throws IllegalArgumentException naming the entry that is none of the forms above
   */
  public AddressGuard(Collection<String> allowPrivate, HostResolver resolver) {
    this(
        allowPrivate.stream().map(AddressGuard::entry).collect(Collectors.toSet()), resolver, null);
  }

  private AddressGuard(Set<String> allowed, HostResolver resolver, @Nullable String option) {
    this.allowed = allowed;
    this.resolver = resolver;
    this.option = option;
  }

  /**
   * The same guard, whose refusals name an option of a command as the way to allow an address, in
   * place of the setting of the service.
   */
  public AddressGuard allowingBy(String commandOption) {
    return new AddressGuard(allowed, resolver, commandOption);
  }

  /** Nothing private, the machine's own resolver. */
  public static AddressGuard publicOnly() {
    return new AddressGuard(List.of(), HostResolver.system());
  }

  /**
   * Checks what an address says of itself, before anything is resolved.
   *
   * @throws ForbiddenAddressException when it may not be reached
   */
  public WebAddress check(String url) throws ForbiddenAddressException {
    return check(WebAddress.parse(url));
  }

  /** As {@link #check(String)}, for a redirect resolved against its page. */
  public WebAddress check(WebAddress address) throws ForbiddenAddressException {
    String host = address.host();
    if (isAllowed(host, address.port())) {
      return address;
    }
    if (address.port() != 80 && address.port() != 443) {
      throw forbidden(
          host,
          address.port(),
          new Wording(
              "le port " + address.port() + " n’est ni 80 ni 443",
              "port " + address.port() + " is not 80 or 443"));
    }
    if (address.isLiteral()) {
      checked(host, address.port(), literal(host));
    } else if (host.indexOf('.') < 0 || hasPrivateSuffix(host)) {
      throw forbidden(
          host, address.port(), new Wording("son nom est privé", "its name is private"));
    }
    return address;
  }

  /**
   * Resolves a host once and checks every address found: one that is forbidden refuses the host,
   * since which one a connection would take is not ours to say. Connect to these and to no others.
   */
  public List<InetSocketAddress> resolve(String host, int port)
      throws UnknownHostException, ForbiddenAddressException {
    String name = host.toLowerCase(Locale.ROOT);
    List<InetAddress> found = isLiteral(name) ? List.of(literal(name)) : resolver.resolve(name);
    List<InetSocketAddress> checked = new ArrayList<>();
    for (InetAddress address : found) {
      if (!isAllowed(name, port)) {
        checked(name, port, address);
      }
      checked.add(new InetSocketAddress(address, port));
    }
    return checked;
  }

  private void checked(String host, int port, InetAddress address)
      throws ForbiddenAddressException {
    if (!PublicAddresses.contains(address)) {
      throw forbidden(
          host, port, new Wording(" est privée", " is private").after(address.getHostAddress()));
    }
  }

  private boolean isAllowed(String host, int port) {
    String name = bracketed(host);
    return allowed.contains("*")
        || allowed.contains(name + ":" + port)
        || allowed.contains(name + ":*")
        || (port == 80 || port == 443) && allowed.contains(name);
  }

  private static boolean hasPrivateSuffix(String host) {
    return PRIVATE_SUFFIXES.stream().anyMatch(s -> host.equals(s) || host.endsWith("." + s));
  }

  private static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
  }

  private static InetAddress literal(String host) throws ForbiddenAddressException {
    try {
      String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      return InetAddress.ofLiteral(bare);
    } catch (IllegalArgumentException e) {
      throw new ForbiddenAddressException(
          new Wording(" n’est pas une adresse IP ; corrigez-la", " is no IP address; correct it")
              .after(host));
    }
  }

  private static String bracketed(String host) {
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private static String entry(String written) {
    String entry = written.strip().toLowerCase(Locale.ROOT);
    if (!entry.matches("([^\\s/@\\[\\]:]+|\\[[0-9a-f:.]+])(:(\\d{1,5}|\\*))?")) {
      throw new IllegalArgumentException(
          "allowPrivate: \"" + written + "\" is no host; give host, host:port or host:*");
    }
    return entry;
  }

  private ForbiddenAddressException forbidden(String host, int port, Wording why) {
    String place = bracketed(host) + ":" + port;
    return new ForbiddenAddressException(
        new Wording(
                " ne peut pas être atteinte : " + why.french(),
                " may not be reached: " + why.english())
            .then(new Wording(" ; si elle doit l’être, ", "; if it must be, "))
            .then(
                option == null
                    ? setting(place)
                    : new Wording("donnez ", "give ").then(Wording.same(option)))
            .after(place));
  }

  private static Wording setting(String place) {
    return new Wording(
        "ajoutez \"" + place + "\" à fetch.allowPrivate",
        "add \"" + place + "\" to fetch.allowPrivate");
  }
}
