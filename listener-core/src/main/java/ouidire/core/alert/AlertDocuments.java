package ouidire.core.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;

/**
 * The documents that people edit, and the policy they make together: what the configuration file
 * brings, over which lies what the settings keep, by id. A document that cannot be read any more is
 * reported by name and the others count. Secrets of channels are kept apart and without a history.
 */
public final class AlertDocuments implements Supplier<AlertPolicy>, AutoCloseable {
  /** Id of the one document of routes. */
  public static final String TREE = "tree";

  private static final Logger LOG = LoggerFactory.getLogger(AlertDocuments.class);
  private static final String SECRETS = "alert-secret";

  private final AlertPolicy seed;
  private final SettingsStore store;
  private final Subscription following;
  private volatile @Nullable AlertPolicy known;

  /**
   * @param seed what counts where people have set nothing
   */
  public AlertDocuments(AlertPolicy seed, SettingsStore store) {
    this.seed = seed;
    this.store = store;
    following =
        store.subscribe(
            change -> {
              if (change.kind().startsWith("alert-")) {
                known = null;
              }
            });
  }

  /** The policy, now. */
  @Override
  public AlertPolicy get() {
    AlertPolicy policy = known;
    if (policy == null) {
      policy = read();
      known = policy;
    }
    return policy;
  }

  private AlertPolicy read() {
    Optional<Setting> tree = store.get(AlertDocument.ROUTES.kind(), TREE);
    List<Route> routes =
        tree.flatMap(set -> parsed(set, AlertDocument.RouteTree.class))
            .map(AlertDocument.RouteTree::routes)
            .orElse(seed.routes());
    return seed.withRules(all(AlertDocument.RULE, AlertRule.class, seed.rules(), AlertRule::id))
        .withChannels(
            all(AlertDocument.CHANNEL, Channel.class, seed.channels(), Channel::id).stream()
                .map(this::withSecrets)
                .toList())
        .withPeople(all(AlertDocument.PERSON, Person.class, seed.people(), Person::id))
        .withRoles(all(AlertDocument.ROLE, Role.class, seed.roles(), Role::id))
        .withRoutes(routes)
        .withCampaigns(all(AlertDocument.CAMPAIGN, Campaign.class, seed.campaigns(), Campaign::id))
        .withPlaybooks(all(AlertDocument.PLAYBOOK, Playbook.class, seed.playbooks(), Playbook::id));
  }

  private <T> List<T> all(
      AlertDocument document, Class<T> type, List<T> seeded, Function<T, String> id) {
    Map<String, T> all = new LinkedHashMap<>();
    seeded.forEach(each -> all.put(id.apply(each), each));
    for (Setting set : store.list(document.kind())) {
      parsed(set, type).ifPresent(each -> all.put(set.id(), each));
    }
    return List.copyOf(all.values());
  }

  private static <T> Optional<T> parsed(Setting set, Class<T> type) {
    try {
      return Optional.of(IncidentJson.stored(set.value(), type));
    } catch (IllegalArgumentException e) {
      LOG.error("{} {} cannot be read: {}; the others count", set.kind(), set.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private Channel withSecrets(Channel channel) {
    Map<String, String> secrets = new LinkedHashMap<>(channel.secrets());
    secrets.putAll(secrets(channel.id()));
    secrets.values().removeIf(String::isEmpty);
    return new Channel(
        channel.id(),
        channel.kind(),
        channel.name(),
        channel.from(),
        channel.enabled(),
        channel.settings(),
        secrets);
  }

  private Map<String, String> secrets(String channel) {
    Map<String, String> secrets = new LinkedHashMap<>();
    store
        .get(SECRETS, channel)
        .ifPresent(
            set ->
                set.value()
                    .properties()
                    .forEach(each -> secrets.put(each.getKey(), each.getValue().asText())));
    return secrets;
  }

  /**
   * All documents of a kind as they count now; of secrets the names alone, as {@code secretsSet}.
   */
  public List<JsonNode> list(AlertDocument document) {
    AlertPolicy policy = get();
    List<?> all =
        switch (document) {
          case RULE -> policy.rules();
          case CHANNEL -> policy.channels();
          case PERSON -> policy.people();
          case ROLE -> policy.roles();
          case ROUTES -> List.of(new AlertDocument.RouteTree(policy.routes()));
          case CAMPAIGN -> policy.campaigns();
          case PLAYBOOK -> policy.playbooks();
        };
    List<JsonNode> shown = new ArrayList<>();
    all.forEach(each -> shown.add(shown(each)));
    return shown;
  }

  private static JsonNode shown(Object document) {
    ObjectNode json = (ObjectNode) IncidentJson.tree(document);
    if (document instanceof Channel channel) {
      json.remove("secrets");
      var set = json.putArray("secretsSet");
      new TreeSet<>(channel.secrets().keySet()).forEach(set::add);
    }
    return json;
  }

  /**
   * Keeps a document.
   *
   * @param json its {@code id}, where it has one, may be left out; of a channel's {@code secrets}
   *     those left out stay and empty ones go
   * @throws IllegalArgumentException naming key, value and remedy
   */
  public void put(AlertDocument document, String id, JsonNode json, String author) {
    if (!(json instanceof ObjectNode given)) {
      throw new IllegalArgumentException("the document is no JSON object; give one");
    }
    ObjectNode value = given.deepCopy();
    if (document == AlertDocument.ROUTES) {
      var unused = IncidentJson.document(value, document.type());
    } else {
      if (value.has("id") && !value.path("id").asText().equals(id)) {
        throw new IllegalArgumentException(
            "id \"" + value.path("id").asText() + "\" is not that of the address; leave it out");
      }
      value.put("id", id);
      if (document == AlertDocument.CHANNEL) {
        putChannel(id, value, author);
        return;
      }
      var unused = IncidentJson.document(value, document.type());
    }
    store.put(document.kind(), id, value, author, SettingsStore.ANY_VERSION);
    known = null;
  }

  private void putChannel(String id, ObjectNode value, String author) {
    value.remove("secretsSet");
    Map<String, String> secrets = new LinkedHashMap<>(secrets(id));
    seed.channel(id).ifPresent(old -> old.secrets().forEach(secrets::putIfAbsent));
    value
        .path("secrets")
        .properties()
        .forEach(each -> secrets.put(each.getKey(), each.getValue().asText("")));
    ObjectNode whole = value.deepCopy();
    ObjectNode hidden = whole.putObject("secrets");
    secrets.forEach(
        (name, secret) -> {
          if (!secret.isEmpty()) {
            hidden.put(name, secret);
          }
        });
    Channel channel = IncidentJson.document(whole, Channel.class);
    channel.requireComplete();
    // What a channel needs may be secret: it stands among the settings of none.
    value.remove("secrets");
    store.forget(SECRETS, id);
    if (!secrets.isEmpty()) {
      ObjectNode apart = value.objectNode();
      secrets.forEach(apart::put);
      store.put(SECRETS, id, apart, author, SettingsStore.ANY_VERSION);
    }
    store.put(AlertDocument.CHANNEL.kind(), channel.id(), value, author, SettingsStore.ANY_VERSION);
    known = null;
  }

  /** Takes a document away; one that the configuration brings is again as it brings it. */
  public boolean delete(AlertDocument document, String id, String author) {
    boolean there = store.delete(document.kind(), id, author, SettingsStore.ANY_VERSION);
    if (document == AlertDocument.CHANNEL) {
      store.forget(SECRETS, id);
    }
    known = null;
    return there;
  }

  @Override
  public void close() {
    following.close();
  }
}
