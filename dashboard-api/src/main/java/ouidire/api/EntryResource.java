package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import ouidire.core.settings.Setting;

/** The calls that entries of every kind answer alike: list, one, put, delete, history, undo. */
class EntryResource {
  final Entries entries;
  private final String plural;

  /**
   * @param plural the name of the list in the answer
   */
  EntryResource(Entries entries, String plural) {
    this.entries = entries;
    this.plural = plural;
  }

  final void list(Context call) {
    Parameters.none(call);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart(plural);
          for (Setting entry : entries.all()) {
            json.writeStartObject();
            fields(json, entry);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  final void one(Context call) {
    Parameters.none(call);
    answer(call, entries.required(call.pathParam("id")));
  }

  final void put(Context call) throws IOException {
    Setting entry = entries.put(call);
    kept(entry.id());
    answer(call, entry);
  }

  final void delete(Context call) {
    String id = call.pathParam("id");
    if (!entries.delete(call)) {
      throw entries.missing(id);
    }
    gone(id);
    call.status(HttpStatus.NO_CONTENT);
  }

  final void history(Context call) {
    entries.history(call);
  }

  final void undo(Context call) throws IOException {
    entries.undo(call);
    String id = call.pathParam("id");
    entries
        .find(id)
        .ifPresentOrElse(
            entry -> {
              kept(id);
              answer(call, entry);
            },
            () -> {
              gone(id);
              call.status(HttpStatus.NO_CONTENT);
            });
  }

  final void answer(Context call, Setting entry) {
    Json.object(call, json -> fields(json, entry));
  }

  /** What is told of an entry. */
  void fields(JsonGenerator json, Setting entry) throws IOException {
    Entries.fields(json, entry);
  }

  /** Called once an entry was put, or is back. */
  void kept(String id) {}

  /** Called once an entry was deleted. */
  void gone(String id) {}
}
