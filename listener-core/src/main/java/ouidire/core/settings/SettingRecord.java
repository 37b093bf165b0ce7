package ouidire.core.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its changes, as one record: {@code {"write","changes":[{"version","at","by",
 * "value"?}]}}, oldest first. The last change is the entry: without a value it is deleted. Entry
 * and history are one record, so that no crash can part them.
 *
 * @param write names the write that made the record, to tell two of one version apart
 * @param changes one at least
 */
record SettingRecord(String write, List<Step> changes) {
  /** All changes together, bytes: a record of theirs fits the stream. */
  private static final int MAX_BYTES = 5 * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  SettingRecord {
    changes = List.copyOf(changes);
  }

  /** The entry since one change; a null value since its deletion. */
  record Step(long version, Instant at, String by, @Nullable JsonNode value) {}

  Step last() {
    return changes.getLast();
  }

  /** With one more change; the oldest go when there are too many. */
  SettingRecord with(String byWrite, Step step) {
    List<Step> all = new ArrayList<>(changes);
    all.add(step);
    return new SettingRecord(byWrite, trimmed(all));
  }

  static SettingRecord first(String byWrite, Step step) {
    return new SettingRecord(byWrite, List.of(step));
  }

  /** One more than is shown is kept: what the oldest change replaced. */
  private static List<Step> trimmed(List<Step> all) {
    int from = Math.max(0, all.size() - SettingsStore.CHANGES_KEPT - 1);
    long bytes = 0;
    for (int i = all.size() - 1; i >= from; i--) {
      JsonNode value = all.get(i).value();
      bytes += 100 + (value == null ? 0 : bytes(value).length);
      if (bytes > MAX_BYTES && i < all.size() - 1) {
        from = i + 1;
      }
    }
    return all.subList(from, all.size());
  }

  byte[] json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("write", write);
    ArrayNode steps = root.putArray("changes");
    for (Step step : changes) {
      ObjectNode one = steps.addObject();
      one.put("version", step.version());
      one.put("at", step.at().toString());
      one.put("by", step.by());
      if (step.value() != null) {
        one.set("value", step.value());
      }
    }
    return bytes(root);
  }

  /**
   * Reads what {@link #json} gave.
   *
   * @throws IllegalArgumentException when it is none
   */
  static SettingRecord read(byte[] bytes) {
    try {
      JsonNode root = JSON.readTree(bytes);
      List<Step> steps = new ArrayList<>();
      for (JsonNode one : root.required("changes")) {
        steps.add(
            new Step(
                one.required("version").asLong(),
                Instant.parse(one.required("at").asText()),
                one.required("by").asText(),
                one.get("value")));
      }
      if (steps.isEmpty()) {
        throw new IllegalArgumentException("without a change");
      }
      return new SettingRecord(root.required("write").asText(), steps);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("not a setting: " + e.getClass().getSimpleName(), e);
    }
  }

  /** The entry; null when it is deleted. */
  @Nullable Setting setting(String kind, String id) {
    JsonNode value = last().value();
    return value == null
        ? null
        : new Setting(kind, id, value, last().version(), last().at(), last().by());
  }

  /**
   * The change that made the entry what it is.
   *
   * @param before what it replaced, as far as is known where nothing of it is remembered
   */
  SettingChange lastChange(String kind, String id, @Nullable JsonNode before) {
    SettingChange last = history(kind, id).getFirst();
    return changes.size() > 1
        ? last
        : new SettingChange(
            kind, id, last.version(), last.at(), last.author(), before, last.after());
  }

  /** Newest first. */
  List<SettingChange> history(String kind, String id) {
    List<SettingChange> all = new ArrayList<>();
    for (int i = changes.size() - 1; i >= 0 && all.size() < SettingsStore.CHANGES_KEPT; i--) {
      Step step = changes.get(i);
      JsonNode before = i == 0 ? null : changes.get(i - 1).value();
      all.add(
          new SettingChange(kind, id, step.version(), step.at(), step.by(), before, step.value()));
    }
    return all;
  }

  static byte[] bytes(JsonNode value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("value cannot be written as JSON; give plain JSON", e);
    }
  }
}
