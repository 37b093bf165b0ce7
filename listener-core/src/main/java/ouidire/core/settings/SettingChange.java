package ouidire.core.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one entry.
 *
 * @param version of the entry after it
 * @param author who did it
 * @param before the value it replaced; null when there was none
 * @param after the value since; null when the entry was deleted
 */
public record SettingChange(
    String kind,
    String id,
    long version,
    Instant at,
    String author,
    @Nullable JsonNode before,
    @Nullable JsonNode after) {
  public SettingChange {
    before = copy(before);
    after = copy(after);
  }

  @Override
  public @Nullable JsonNode before() {
    return copy(before);
  }

  @Override
  public @Nullable JsonNode after() {
    return copy(after);
  }

  private static @Nullable JsonNode copy(@Nullable JsonNode node) {
    return node == null ? null : node.deepCopy();
  }
}
