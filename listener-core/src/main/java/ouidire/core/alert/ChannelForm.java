package ouidire.core.alert;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of a channel must be like, known before anything is sent. Secrets are looked at
 * as well and never shown: a refusal tells their key alone.
 */
final class ChannelForm {
  private static final List<String> LANGUAGES = List.of("fr", "en");
  private static final List<String> TLS = List.of("starttls", "implicit", "none");

  /** A host as a name or an address; no scheme, port or path. */
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]+]?");

  /** {@code a@b}, or {@code Name <a@b>}; what servers take beyond this nobody writes. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^<>,@]*<\\s*[^\\s<>,@\"]+@[^\\s<>,@\"]+\\s*>|[^\\s<>,@\"]+@[^\\s<>,@\"]+");

  private final Channel channel;

  ChannelForm(Channel channel) {
    this.channel = channel;
  }

  /**
   * Refuses what could not be used.
   *
   * @throws InvalidDocumentException naming the key, the value unless it is secret, and the remedy
   */
  void require() {
    choice(Channel.LANGUAGE, LANGUAGES);
    if (channel.kind() == Channel.Kind.EMAIL) {
      mail();
    } else if (channel.kind() != Channel.Kind.PAGE) {
      address();
    }
    if (channel.kind() == Channel.Kind.PAGERDUTY && channel.value("routingKey") == null) {
      throw missing("secrets.routingKey");
    }
    signature();
  }

  private void mail() {
    String host = needed("host");
    if (!HOST.matcher(host).matches()) {
      throw wrong(
          "host",
          "donnez le nom du serveur seul, comme smtp.example.org",
          "give the server's name alone, such as smtp.example.org");
    }
    port();
    choice("tls", TLS);
    if (!ADDRESS.matcher(needed("from").strip()).matches()) {
      throw wrong(
          "from",
          "donnez une adresse de courriel, comme veille@example.org",
          "give an e-mail address such as listening@example.org");
    }
    for (String to : needed("to").split(",", -1)) {
      if (!ADDRESS.matcher(to.strip()).matches()) {
        throw wrong(
            "to",
            "donnez une ou plusieurs adresses de courriel, séparées par des virgules",
            "give one or more e-mail addresses, with commas between");
      }
    }
    boolean user = channel.value("user") != null;
    boolean password = channel.value("password") != null;
    if (user != password) {
      throw Checks.wrong(
          user ? "secrets.password" : "settings.user",
          null,
          "manque ; l’utilisateur et le mot de passe vont ensemble",
          "is missing; user and password go together");
    }
  }

  private void port() {
    String port = channel.value("port");
    if (port != null && !(port.matches("\\d{1,5}") && in(Integer.parseInt(port)))) {
      throw wrong(
          "port",
          "donnez un port de 1 à 65535, comme 587, ou rien",
          "give a port of 1 to 65535, such as 587, or none");
    }
  }

  private static boolean in(int port) {
    return port >= 1 && port <= 65_535;
  }

  /** Where requests go; PagerDuty has an address of its own unless another is given. */
  private void address() {
    String url = channel.value("url");
    if (url == null) {
      if (channel.kind() != Channel.Kind.PAGERDUTY) {
        throw missing(hidden("url") ? "secrets.url" : "settings.url");
      }
      return;
    }
    try {
      URI read = new URI(url.strip());
      String scheme = String.valueOf(read.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      if (web && read.getHost() != null && (read.getPort() == -1 || in(read.getPort()))) {
        return;
      }
    } catch (URISyntaxException e) {
      // Told below: what the parser says would show the address, which may be the secret.
    }
    throw wrong(
        "url",
        "donnez une adresse complète, comme https://exemple.org/chemin",
        "give a whole address such as https://example.org/path");
  }

  /** A secret of Standard Webhooks says by its beginning that base64 follows. */
  private void signature() {
    String secret = channel.secrets().get("secret");
    if (secret == null) {
      return;
    }
    for (String each : secret.split(",")) {
      if (each.strip().startsWith("whsec_")) {
        try {
          byte[] unused = Base64.getDecoder().decode(each.strip().substring("whsec_".length()));
        } catch (IllegalArgumentException e) {
          throw Checks.wrong(
              "secrets.secret",
              null,
              "ce qui suit whsec_ doit être du base64 ; recopiez-le en entier",
              "what follows whsec_ must be base64; copy all of it");
        }
      }
    }
  }

  private void choice(String key, List<String> all) {
    String value = channel.settings().get(key);
    if (value != null && !all.contains(value)) {
      String words = String.join(", ", all);
      throw wrong(key, "donnez l’un de : " + words, "give one of: " + words);
    }
  }

  private String needed(String key) {
    String value = channel.value(key);
    if (value == null || value.isBlank()) {
      throw missing("settings." + key);
    }
    return value;
  }

  /** Whether what it needs is to be kept secret, as it is for chats. */
  private boolean hidden(String key) {
    return !channel.kind().takes(key);
  }

  private InvalidDocumentException wrong(String key, String french, String english) {
    Map<String, String> secrets = channel.secrets();
    boolean secret = secrets.containsKey(key);
    @Nullable String value = secret ? null : channel.settings().get(key);
    return Checks.wrong((secret ? "secrets." : "settings.") + key, value, french, english);
  }

  private static InvalidDocumentException missing(String key) {
    return Checks.wrong(
        key,
        null,
        "manque ; sans lui ce canal ne peut rien envoyer",
        "is missing; without it this channel cannot send");
  }
}
