package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import ouidire.api.problem.Message;

/** What every entry that people name has: an id for addresses and a name for eyes. */
final class EntryFields {
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
  private static final int MAX_NAME = 100;

  private EntryFields() {}

  /** Refuses an id that makes no good address. */
  static void requireId(String id) {
    if (!ID.matcher(id).matches()) {
      throw Entries.badField("id", id, Message.of("remedy.brand.id"));
    }
  }

  /** The name of a body under an id that is well formed. */
  static String name(String id, JsonNode body) {
    requireId(id);
    String name = body.path("name").asText("").strip();
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw Entries.badField("name", name, Message.of("remedy.name", String.valueOf(MAX_NAME)));
    }
    return name;
  }
}
