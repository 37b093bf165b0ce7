package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ouidire.api.problem.Message;
import ouidire.core.config.Nearest;

/**
 * The keys that somebody may write in a body: another one is refused, since what it says would be
 * lost without a word. What is kept is read without asking for this, so that a value of a later
 * version can be read by an earlier one.
 *
 * @param known names of keys
 * @param answered names of what answers add, passed over, so that an answer can be sent back
 * @param inside the keys of the objects that stand under some of those known
 */
record Keys(List<String> known, Set<String> answered, Map<String, Keys> inside) {
  /** What every entry's answer adds. */
  private static final Set<String> OF_ENTRIES = Set.of("id", "version", "changedAt", "changedBy");

  static Keys of(String... known) {
    return new Keys(List.of(known), Set.of(), Map.of());
  }

  /** With what the answers of entries add, and these. */
  Keys andAnswered(String... more) {
    Set<String> all = new TreeSet<>(OF_ENTRIES);
    all.addAll(List.of(more));
    return new Keys(known, all, inside);
  }

  /** With one more, under which an object stands. */
  Keys with(String key, Keys keys) {
    List<String> more = new ArrayList<>(known);
    more.add(key);
    Map<String, Keys> deeper = new HashMap<>(inside);
    deeper.put(key, keys);
    return new Keys(more, answered, deeper);
  }

  /** Refuses a body with a key that is not among these. */
  void require(JsonNode body) {
    require(body, "");
  }

  private void require(JsonNode body, String path) {
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      String key = field.getKey();
      if (answered.contains(key)) {
        continue;
      }
      JsonNode value = field.getValue();
      if (!known.contains(key)) {
        throw Entries.badField(
            Message.shortened(path + key),
            value.isValueNode() ? value.asText("") : value.toString(),
            remedy(key));
      }
      Keys deeper = inside.get(key);
      if (deeper != null && value.isObject()) {
        deeper.require(value, path + key + ".");
      }
    }
  }

  private Message remedy(String key) {
    if (known.isEmpty()) {
      return Message.of("remedy.key.none");
    }
    Optional<String> near = Nearest.of(key, known);
    String all = String.join(", ", known);
    return near.map(meant -> Message.of("remedy.key.near", meant, all))
        .orElseGet(() -> Message.of("remedy.key", all));
  }
}
