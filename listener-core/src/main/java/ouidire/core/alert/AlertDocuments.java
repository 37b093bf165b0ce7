package ouidire.core.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
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

  private final AlertPolicy seed;
  private final SettingsStore store;
  private final ChannelSecrets secrets;
  private final Subscription following;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable AlertPolicy known;

  /**
   * @param seed what counts where people have set nothing
   */
  public AlertDocuments(AlertPolicy seed, SettingsStore store) {
    this.seed = seed;
    this.store = store;
    secrets = new ChannelSecrets(store, () -> seed);
    following =
        store.subscribe(
            change -> {
              if (change.kind().startsWith("alert-")) {
                changed();
              }
            });
  }

  private void changed() {
    changes.incrementAndGet();
    known = null;
  }

  /** The policy, now. */
  @Override
  public AlertPolicy get() {
    AlertPolicy policy = known;
    if (policy == null) {
      long before = changes.get();
      policy = read();
      // What changed while it was read is read again at the next call.
      known = policy;
      if (changes.get() != before) {
        known = null;
      }
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
                .map(secrets::in)
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

  /**
   * All documents of a kind as they count now, each with its {@code version} (0 while it is as the
   * configuration brings it), {@code changedAt}, {@code changedBy} and {@code origin} ({@code
   * configured, edited, added}); of secrets the names alone, as {@code secretsSet}.
   */
  public List<ObjectNode> list(AlertDocument document) {
    List<ObjectNode> shown = new ArrayList<>();
    for (Object each : of(document, get())) {
      shown.add(shown(document, each));
    }
    return shown;
  }

  /** The same of one. */
  public Optional<ObjectNode> find(AlertDocument document, String id) {
    return list(document).stream()
        .filter(each -> document == AlertDocument.ROUTES || each.path("id").asText().equals(id))
        .findFirst();
  }

  private static List<?> of(AlertDocument document, AlertPolicy policy) {
    return switch (document) {
      case RULE -> policy.rules();
      case CHANNEL -> policy.channels();
      case PERSON -> policy.people();
      case ROLE -> policy.roles();
      case ROUTES -> List.of(new AlertDocument.RouteTree(policy.routes()));
      case CAMPAIGN -> policy.campaigns();
      case PLAYBOOK -> policy.playbooks();
    };
  }

  private ObjectNode shown(AlertDocument document, Object one) {
    ObjectNode json = (ObjectNode) IncidentJson.tree(one);
    if (one instanceof Channel channel) {
      json.remove("secrets");
      var set = json.putArray("secretsSet");
      new TreeSet<>(channel.secrets().keySet()).forEach(set::add);
    }
    String id = document == AlertDocument.ROUTES ? TREE : json.path("id").asText();
    Optional<Setting> kept = store.get(document.kind(), id);
    json.put("version", kept.map(Setting::version).orElse(0L));
    json.put("changedAt", kept.map(set -> set.changedAt().toString()).orElse(null));
    json.put("changedBy", kept.map(Setting::changedBy).orElse(null));
    json.put("origin", origin(document, id, kept.isPresent()));
    return json;
  }

  private String origin(AlertDocument document, String id, boolean kept) {
    boolean seeded =
        document == AlertDocument.ROUTES
            || of(document, seed).stream()
                .anyMatch(each -> IncidentJson.tree(each).path("id").asText().equals(id));
    return !seeded ? "added" : kept ? "edited" : "configured";
  }

  /**
   * What is to be kept in the settings of a document that somebody wrote: without what {@link
   * #list} adds, and without the secrets of a channel, which count all the same.
   *
   * @param json its {@code id}, where it has one, may be left out
   * @throws InvalidDocumentException when it cannot be used
   */
  public ObjectNode checked(AlertDocument document, String id, JsonNode json) {
    ObjectNode value = json.deepCopy();
    value.remove(List.of("version", "changedAt", "changedBy", "origin"));
    if (document == AlertDocument.ROUTES) {
      return whole(value, document);
    }
    String named = value.path("id").asText(id);
    if (!named.equals(id)) {
      throw Checks.wrong(
          "id",
          named,
          "l’adresse en donne un autre ; retirez-le",
          "the address gives another; leave it out");
    }
    value.put("id", id);
    if (document != AlertDocument.CHANNEL) {
      return whole(value, document);
    }
    value.remove("secretsSet");
    ObjectNode hidden = secrets.whole(id, value);
    Channel channel = IncidentJson.document(hidden, Channel.class);
    channel.requireComplete();
    ObjectNode shown = (ObjectNode) IncidentJson.tree(channel);
    shown.remove("secrets");
    return shown;
  }

  /** As it reads back: what was left out has its default, and each value is written in one way. */
  private ObjectNode whole(ObjectNode value, AlertDocument document) {
    Object read = IncidentJson.document(value, document.type());
    new References(get()).require(read);
    if (read instanceof AlertRule rule) {
      rule.requireComplete();
    }
    return (ObjectNode) IncidentJson.tree(read);
  }

  /**
   * Names of the documents that name one, so that it cannot go; empty when it can. What the
   * configuration brings comes back instead of going.
   */
  public List<String> users(AlertDocument document, String id) {
    return origin(document, id, true).equals("added")
        ? new References(get()).users(document, id)
        : List.of();
  }

  /** Keeps a channel's secrets: those left out stay, empty ones go. */
  public void putSecrets(String channel, JsonNode given, String author) {
    secrets.put(channel, given, author);
    changed();
  }

  /** Forgets a channel's secrets. */
  public void forgetSecrets(String channel) {
    secrets.forget(channel);
    changed();
  }

  @Override
  public void close() {
    following.close();
  }
}
