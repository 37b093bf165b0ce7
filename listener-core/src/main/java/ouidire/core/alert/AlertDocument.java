package ouidire.core.alert;

import java.util.Locale;

/** The kinds of documents that an {@link AlertPolicy} is made of, as the settings keep them. */
public enum AlertDocument {
  RULE("alert-rule", AlertRule.class),
  CHANNEL("alert-channel", Channel.class),
  PERSON("alert-person", Person.class),
  ROLE("alert-role", Role.class),
  /** One document, {@code tree}: all routes, in order. */
  ROUTES("alert-routes", RouteTree.class),
  CAMPAIGN("alert-campaign", Campaign.class),
  PLAYBOOK("alert-playbook", Playbook.class);

  private final String kind;
  private final Class<?> type;

  AlertDocument(String kind, Class<?> type) {
    this.kind = kind;
    this.type = type;
  }

  /** Its kind in the settings. */
  public String kind() {
    return kind;
  }

  public Class<?> type() {
    return type;
  }

  /** As addresses say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * All routes.
   *
   * @param routes in the order they are tried
   */
  public record RouteTree(java.util.List<Route> routes) {
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public RouteTree {
      routes = routes == null ? java.util.List.of() : java.util.List.copyOf(routes);
    }
  }
}
