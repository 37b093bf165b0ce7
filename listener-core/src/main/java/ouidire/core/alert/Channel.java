package ouidire.core.alert;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A way to tell people.
 *
 * @param id lower-case letters, digits and hyphens, at most 64
 * @param kind what it speaks
 * @param name as people know it
 * @param from the least severity it takes; warning by default
 * @param enabled whether it is used
 * @param settings what its kind needs, by name: {@code url}; for e-mail {@code host, port, from,
 *     to, user, tls}
 * @param secrets what nobody is shown again: {@code secret} (two with a comma while one is being
 *     replaced), {@code routingKey}, {@code password}; for Slack, Mattermost and Teams {@code url}
 */
public record Channel(
    String id,
    Kind kind,
    String name,
    Alert.Severity from,
    Boolean enabled,
    Map<String, String> settings,
    Map<String, String> secrets) {
  /** Setting of every kind: {@code fr} (default) or {@code en}. */
  public static final String LANGUAGE = "language";

  /** What a channel speaks. */
  public enum Kind {
    PAGERDUTY(List.of("url"), List.of("routingKey")),
    ALERTMANAGER(List.of("url"), List.of("token")),
    /** Our own JSON, in the form of Standard Webhooks. */
    WEBHOOK(List.of("url"), List.of("secret", "url")),
    /** What Alertmanager would have posted, for receivers that exist. */
    ALERTMANAGER_WEBHOOK(List.of("url"), List.of("token", "url")),
    SLACK(List.of(), List.of("url")),
    MATTERMOST(List.of("channel", "username"), List.of("url")),
    TEAMS(List.of(), List.of("url")),
    EMAIL(List.of("host", "port", "from", "to", "user", "tls"), List.of("password")),
    /** A notice on the dashboard; always there. */
    PAGE(List.of(), List.of());

    private final List<String> settings;
    private final List<String> secrets;

    Kind(List<String> settings, List<String> secrets) {
      this.settings = settings;
      this.secrets = secrets;
    }

    /** Whether it has such a setting that is no secret. */
    boolean takes(String setting) {
      return settings.contains(setting);
    }
  }

  @SuppressWarnings({"ConstantValue", "NullAway"})
  public Channel {
    Checks.id("id", id);
    if (kind == null) {
      String all = ExpectedForm.words(Kind.values());
      throw Checks.wrong("kind", null, "donnez l’un de : " + all, "give one of: " + all);
    }
    name = Checks.text("name", name == null ? id : name, 120);
    from = from == null ? Alert.Severity.WARNING : from;
    enabled = enabled == null || enabled;
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    secrets = secrets == null ? Map.of() : Map.copyOf(secrets);
    known("settings", settings, kind.settings);
    known("secrets", secrets, kind.secrets);
  }

  /**
   * Refuses a channel that cannot work: what it needs is missing or has not its form.
   *
   * @throws InvalidDocumentException naming the key, its value unless it is secret, and the remedy
   */
  public void requireComplete() {
    new ChannelForm(this).require();
  }

  private static void known(String where, Map<String, String> given, List<String> known) {
    for (String key : new TreeMap<>(given).keySet()) {
      if (!known.contains(key) && !key.equals(LANGUAGE)) {
        String all = String.join(", ", known) + (where.equals("settings") ? ", language" : "");
        throw Checks.wrong(
            where + "." + key,
            null,
            "n’est pas connu ici ; connus : " + all,
            "is not known here; known are: " + all);
      }
      String value = given.get(key);
      if (value != null && value.chars().anyMatch(Character::isISOControl)) {
        throw Checks.wrong(
            where + "." + key,
            null,
            "contient un retour à la ligne ou un autre caractère de commande ; retirez-le",
            "holds a line break or another control character; remove it");
      }
    }
  }

  /** A setting, or the secret of that name. */
  public @Nullable String value(String key) {
    String secret = secrets.get(key);
    return secret == null ? settings.get(key) : secret;
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "Channel[" + id + ", " + kind + "]";
  }
}
