package ouidire.core.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import ouidire.core.settings.SettingsStore;

/** What channels must not show again, kept apart from them and without a history. */
final class ChannelSecrets {
  static final String KIND = "alert-secret";

  private final SettingsStore store;
  private final Supplier<AlertPolicy> seed;

  ChannelSecrets(SettingsStore store, Supplier<AlertPolicy> seed) {
    this.store = store;
    this.seed = seed;
  }

  /** As kept; an empty one hides that of the seed. */
  private Map<String, String> kept(String channel) {
    Map<String, String> secrets = new LinkedHashMap<>();
    seed.get().channel(channel).ifPresent(each -> secrets.putAll(each.secrets()));
    store
        .get(KIND, channel)
        .ifPresent(
            set ->
                set.value()
                    .properties()
                    .forEach(each -> secrets.put(each.getKey(), each.getValue().asText())));
    return secrets;
  }

  private Map<String, String> with(String channel, JsonNode given) {
    Map<String, String> secrets = kept(channel);
    given
        .properties()
        .forEach(
            each ->
                secrets.put(
                    each.getKey(), each.getValue().isNull() ? "" : each.getValue().asText()));
    return secrets;
  }

  private static Map<String, String> set(Map<String, String> secrets) {
    Map<String, String> set = new LinkedHashMap<>(secrets);
    set.values().removeIf(String::isBlank);
    return set;
  }

  /** The channel with what is kept of it. */
  Channel in(Channel channel) {
    return new Channel(
        channel.id(),
        channel.kind(),
        channel.name(),
        channel.from(),
        channel.enabled(),
        channel.settings(),
        set(kept(channel.id())));
  }

  /** A channel's document with all its secrets, those given over those kept. */
  ObjectNode whole(String channel, ObjectNode document) {
    ObjectNode whole = document.deepCopy();
    ObjectNode secrets = whole.putObject("secrets");
    set(with(channel, document.path("secrets"))).forEach(secrets::put);
    return whole;
  }

  /** Keeps those given: those left out stay, empty ones go. */
  void put(String channel, JsonNode given, String author) {
    if (given.isEmpty()) {
      return;
    }
    ObjectNode apart = JsonNodeFactory.instance.objectNode();
    with(channel, given).forEach(apart::put);
    var unused = store.replace(KIND, channel, apart, author);
  }

  void forget(String channel) {
    store.forget(KIND, channel);
  }
}
