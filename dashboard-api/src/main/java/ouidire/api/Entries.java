package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemException;
import ouidire.api.problem.ProblemKind;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingChange;
import ouidire.core.settings.SettingConflictException;
import ouidire.core.settings.SettingNotKeptException;
import ouidire.core.settings.SettingsStore;

/**
 * Entries of one kind among the settings, as every resource of theirs reads, changes and undoes
 * them. A body may name the {@code version} that its author saw; then a change by somebody else in
 * between is a conflict instead of being overwritten.
 */
final class Entries {
  private static final Logger AUDIT = LoggerFactory.getLogger("ouidire.api.audit");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SettingsStore settings;
  private final String kind;
  private final Message thing;
  private final @Nullable Keys keys;
  private final Check check;

  /** Makes the value that is kept of a body, or refuses it. */
  interface Check {
    ObjectNode value(String id, JsonNode body);
  }

  /**
   * @param keys that a body may have
   */
  Entries(SettingsStore settings, String kind, Keys keys, Check check) {
    this(settings, kind, kind, keys, check);
  }

  /**
   * Entries whose check refuses by itself the keys that it does not know.
   *
   * @param thing last part of the key of the words for one of them
   */
  Entries(SettingsStore settings, String kind, String thing, Check check) {
    this(settings, kind, thing, null, check);
  }

  private Entries(
      SettingsStore settings, String kind, String thing, @Nullable Keys keys, Check check) {
    this.keys = keys;
    this.settings = settings;
    this.kind = kind;
    this.thing = Message.of("thing." + thing);
    this.check = check;
  }

  List<Setting> all() {
    return settings.list(kind);
  }

  Optional<Setting> find(String id) {
    return settings.get(kind, id);
  }

  Setting required(String id) {
    return find(id).orElseThrow(() -> missing(id));
  }

  ProblemException missing(String id) {
    return Problem.of(ProblemKind.NOT_FOUND, thing, Message.shortened(id)).exception();
  }

  /** Keeps the call's body under the id of its address. */
  Setting put(Context call) throws IOException {
    return put(call, call.pathParam("id"), body(call));
  }

  /** Keeps a body under an id. */
  Setting put(Context call, String id, JsonNode body) {
    if (keys != null) {
      keys.require(body);
    }
    ObjectNode value = check.value(id, body);
    long expected = body.path("version").asLong(SettingsStore.ANY_VERSION);
    return put(call, id, value, expected);
  }

  private Setting put(Context call, String id, JsonNode value, long expected) {
    try {
      Setting kept = settings.put(kind, id, value, author(call), expected);
      AUDIT.info("{} {} changed with key {}", kind, id, Caller.of(call).key().id());
      return kept;
    } catch (SettingConflictException e) {
      throw conflict(e);
    } catch (SettingNotKeptException e) {
      throw notKept();
    }
  }

  /** Deletes the entry of the call's address; false when there is none. */
  boolean delete(Context call) {
    return delete(call, call.pathParam("id"));
  }

  private boolean delete(Context call, String id) {
    try {
      boolean there = settings.delete(kind, id, author(call), SettingsStore.ANY_VERSION);
      AUDIT.info("{} {} deleted with key {}", kind, id, Caller.of(call).key().id());
      return there;
    } catch (SettingNotKeptException e) {
      throw notKept();
    }
  }

  /**
   * Takes the last change back: what it replaced is there again; an entry that it made is deleted,
   * one that it deleted is back.
   */
  void undo(Context call) throws IOException {
    undo(call, call.pathParam("id"));
  }

  /** The same of the entry of an id. */
  void undo(Context call, String id) throws IOException {
    JsonNode body = body(call);
    List<SettingChange> changes = settings.history(kind, id);
    if (changes.isEmpty()) {
      throw missing(id);
    }
    SettingChange last = changes.getFirst();
    long seen = body.path("version").asLong(last.version());
    if (seen != last.version()) {
      throw conflict(new SettingConflictException(kind, id, seen, last.version()));
    }
    JsonNode before = last.before();
    if (before == null) {
      delete(call, id);
    } else {
      // What was good then may not be any more: a list is gone, a limit is lower.
      put(call, id, check.value(id, before), SettingsStore.ANY_VERSION);
    }
  }

  /** Answers the changes of an entry, newest first. */
  void history(Context call) {
    history(call, call.pathParam("id"));
  }

  /** The same of the entry of an id. */
  void history(Context call, String id) {
    Parameters.none(call);
    List<SettingChange> changes = settings.history(kind, id);
    Json.object(
        call,
        json -> {
          json.writeStringField("id", id);
          json.writeArrayFieldStart("changes");
          for (SettingChange change : changes) {
            json.writeStartObject();
            json.writeNumberField("version", change.version());
            Json.time(json, "at", change.at());
            json.writeStringField("by", change.author());
            value(json, "before", change.before());
            value(json, "after", change.after());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void value(JsonGenerator json, String name, @Nullable JsonNode value)
      throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeRawValue(value.toString());
    }
  }

  /** The fields that every entry has, then its value's own. */
  static void fields(JsonGenerator json, Setting entry) throws IOException {
    json.writeStringField("id", entry.id());
    json.writeNumberField("version", entry.version());
    Json.time(json, "changedAt", entry.changedAt());
    json.writeStringField("changedBy", entry.changedBy());
    Iterator<Map.Entry<String, JsonNode>> fields = entry.value().properties().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      json.writeFieldName(field.getKey());
      json.writeRawValue(field.getValue().toString());
    }
  }

  static JsonNode body(Context call) throws IOException {
    Bodies.requireType(call, "application/json");
    byte[] bytes = Bodies.read(call, SettingsStore.MAX_VALUE_BYTES);
    try {
      JsonNode read = JSON.readTree(bytes);
      if (read != null && read.isObject()) {
        return read;
      }
    } catch (IOException e) {
      throw notObject();
    }
    throw notObject();
  }

  private static ProblemException notObject() {
    return Problem.of(ProblemKind.INVALID_BODY, Message.of("body.object")).exception();
  }

  /** A field of the body that cannot be used. */
  static ProblemException badField(String field, String value, Message remedy) {
    return Problem.parameter(field, value, remedy).exception();
  }

  private ProblemException conflict(SettingConflictException e) {
    return Problem.of(ProblemKind.CONFLICT, Message.of("conflict.version"))
        .with("version", e.version())
        .exception();
  }

  static ProblemException notKept() {
    return Problem.of(ProblemKind.UNAVAILABLE, Message.of("busy.settings"), "10")
        .with("retryAfter", 10)
        .exception();
  }

  private static String author(Context call) {
    return Caller.of(call).key().name();
  }
}
