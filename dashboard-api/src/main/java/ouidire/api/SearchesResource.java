package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ouidire.api.problem.Message;
import ouidire.core.history.MentionHistory;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;

/** {@code /api/v1/searches}: filters that people keep under a name, each a feed as well. */
final class SearchesResource extends EntryResource {
  private static final Keys KEYS = Keys.of("name", "filters").andAnswered("feed");
  static final String KIND = "search";
  private final FilterParameters filters;
  private final MentionHistory history;
  private final FeedTokens tokens;

  SearchesResource(SettingsStore settings, FilterParameters filters, MentionHistory history) {
    super(
        new Entries(settings, KIND, KEYS, (id, body) -> checked(filters, history, id, body)),
        "searches");
    this.filters = filters;
    this.history = history;
    this.tokens = new FeedTokens(settings);
  }

  /** Makes new addresses for a search's feeds; the old ones open nothing from now on. */
  void renewToken(Context call) {
    Setting entry = entries.required(call.pathParam("id"));
    tokens.renew(entry.id());
    answer(call, entry);
  }

  void rss(Context call) {
    feed(call, MentionFeed.RSS);
  }

  void atom(Context call) {
    feed(call, MentionFeed.ATOM);
  }

  private void feed(Context call, MentionFeed form) {
    String token = Parameters.of(call, Parameters.names("token")).one("token").orElse("");
    String id = call.pathParam("id");
    // Whoever has no token learns nothing, not even which searches there are.
    if (!tokens.opens(id, token)) {
      throw entries.missing(id);
    }
    Setting entry = entries.required(id);
    form.answer(call, entry, filters.of(given(entry.value().path("filters"))).filter(), history);
  }

  @Override
  void kept(String id) {
    tokens.ensure(id);
  }

  @Override
  void gone(String id) {
    tokens.forget(id);
  }

  @Override
  void fields(JsonGenerator json, Setting entry) throws IOException {
    super.fields(json, entry);
    String token = tokens.of(entry.id());
    String base = "/api/v1/searches/" + entry.id() + "/feed.";
    json.writeObjectFieldStart("feed");
    Json.text(json, "rss", token == null ? null : base + "rss?token=" + token);
    Json.text(json, "atom", token == null ? null : base + "atom?token=" + token);
    json.writeEndObject();
  }

  private static ObjectNode checked(
      FilterParameters filters, MentionHistory history, String id, JsonNode body) {
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    value.put("name", EntryFields.name(id, body));
    Map<String, List<String>> given = given(body.path("filters"));
    // A search that cannot be asked is refused now, with the parameter at fault.
    history.count(filters.of(given).filter());
    ObjectNode kept = value.putObject("filters");
    given.forEach(
        (name, values) -> {
          ArrayNode all = kept.putArray(name);
          values.forEach(all::add);
        });
    return value;
  }

  private static Map<String, List<String>> given(JsonNode filters) {
    if (!filters.isObject() && !filters.isMissingNode()) {
      throw Entries.badField("filters", filters.asText(""), Message.of("remedy.filters"));
    }
    Map<String, List<String>> given = new LinkedHashMap<>();
    filters
        .properties()
        .forEach(
            field -> {
              List<String> values = new ArrayList<>();
              if (field.getValue().isArray()) {
                field.getValue().forEach(one -> values.add(one.asText("")));
              } else {
                values.add(field.getValue().asText(""));
              }
              given.put(field.getKey(), values);
            });
    return given;
  }
}
