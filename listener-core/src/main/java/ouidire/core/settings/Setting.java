package ouidire.core.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One entry as it is now.
 *
 * @param kind what it is: {@code brand, search, list, rule...}
 * @param id its name among its kind
 * @param value JSON of the kind's own shape; a copy, which may be changed at will
 * @param version 1 at first, higher with each change, never used twice for the same id
 * @param changedAt when it became so
 * @param changedBy who did it, as people call them
 */
public record Setting(
    String kind, String id, JsonNode value, long version, Instant changedAt, String changedBy) {
  public Setting {
    value = value.deepCopy();
  }

  @Override
  public JsonNode value() {
    return value.deepCopy();
  }
}
