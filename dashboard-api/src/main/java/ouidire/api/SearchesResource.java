package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
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
final class SearchesResource {
  static final String KIND = "search";
  private final Entries entries;
  private final FilterParameters filters;
  private final MentionHistory history;
  private final FeedTokens tokens;

  SearchesResource(SettingsStore settings, FilterParameters filters, MentionHistory history) {
    this.entries = new Entries(settings, KIND, this::checked);
    this.filters = filters;
    this.history = history;
    this.tokens = new FeedTokens(settings);
  }

  void list(Context call) {
    Parameters.none(call);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("searches");
          for (Setting entry : entries.all()) {
            json.writeStartObject();
            fields(json, entry);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  void one(Context call) {
    Parameters.none(call);
    answer(call, entries.required(call.pathParam("id")));
  }

  void put(Context call) throws IOException {
    Setting entry = entries.put(call);
    tokens.ensure(entry.id());
    answer(call, entry);
  }

  void delete(Context call) {
    if (!entries.delete(call)) {
      throw entries.missing(call.pathParam("id"));
    }
    tokens.forget(call.pathParam("id"));
    call.status(HttpStatus.NO_CONTENT);
  }

  void history(Context call) {
    entries.history(call);
  }

  void undo(Context call) throws IOException {
    entries.undo(call);
    String id = call.pathParam("id");
    entries
        .find(id)
        .ifPresentOrElse(
            entry -> {
              tokens.ensure(id);
              answer(call, entry);
            },
            () -> call.status(HttpStatus.NO_CONTENT));
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

  private void answer(Context call, Setting entry) {
    Json.object(call, json -> fields(json, entry));
  }

  private void fields(JsonGenerator json, Setting entry) throws IOException {
    Entries.fields(json, entry);
    String token = tokens.of(entry.id());
    String base = "/api/v1/searches/" + entry.id() + "/feed.";
    json.writeObjectFieldStart("feed");
    Json.text(json, "rss", token == null ? null : base + "rss?token=" + token);
    Json.text(json, "atom", token == null ? null : base + "atom?token=" + token);
    json.writeEndObject();
  }

  private ObjectNode checked(String id, JsonNode body) {
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
