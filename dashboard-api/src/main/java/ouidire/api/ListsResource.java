package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ouidire.api.problem.Message;
import ouidire.core.settings.SettingsStore;

/** {@code /api/v1/lists}: authors and sites that queries name by {@code list:} and class. */
final class ListsResource extends EntryResource {
  private static final Keys KEYS = Keys.of("name", "class", "authors", "sites").andAnswered();
  static final int MAX_MEMBERS = 1_000;
  static final int MAX_TEXT = 200;
  private static final List<String> CLASSES = List.of("official", "press", "employee", "public");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  ListsResource(SettingsStore settings) {
    super(new Entries(settings, "list", KEYS, ListsResource::checked), "lists");
  }

  private static ObjectNode checked(String id, JsonNode body) {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    value.put("name", EntryFields.name(id, body));
    String authorClass = body.path("class").asText("");
    if (!authorClass.isEmpty() && !CLASSES.contains(authorClass)) {
      throw Parameters.noneOf("class", authorClass, CLASSES);
    }
    value.put("class", authorClass.isEmpty() ? null : authorClass);
    Set<String> authors = members(body, "authors");
    Set<String> sites = new LinkedHashSet<>();
    for (String site : members(body, "sites")) {
      sites.add(host(site));
    }
    if (authors.isEmpty() && sites.isEmpty()) {
      throw Entries.badField("authors", "", Message.of("remedy.members"));
    }
    ArrayNode kept = value.putArray("authors");
    authors.forEach(kept::add);
    ArrayNode hosts = value.putArray("sites");
    sites.forEach(hosts::add);
    return value;
  }

  private static Set<String> members(JsonNode body, String field) {
    Set<String> members = new LinkedHashSet<>();
    for (JsonNode one : body.path(field)) {
      String member = one.asText("").strip();
      if (member.length() > MAX_TEXT) {
        throw Entries.badField(field, member, Message.of("remedy.long", String.valueOf(MAX_TEXT)));
      }
      if (!member.isEmpty()) {
        members.add(member.startsWith("@") ? member.substring(1) : member);
      }
    }
    if (members.size() > MAX_MEMBERS) {
      throw Entries.badField(
          field, members.iterator().next(), Message.of("remedy.many", String.valueOf(MAX_MEMBERS)));
    }
    return members;
  }

  private static String host(String site) {
    String host = site.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    host = host.replaceFirst("^www\\.", "").replaceFirst("/.*$", "");
    if (!HOST.matcher(host).matches()) {
      throw Entries.badField("sites", site, Message.of("remedy.site"));
    }
    return host;
  }
}
