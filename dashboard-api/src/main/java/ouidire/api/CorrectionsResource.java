package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.correction.Correction;
import ouidire.core.history.MentionHistory;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;

/**
 * {@code /api/v1/corrections}: what people say of single mentions, by the mention's id. It is in
 * every number as soon as the mention was written again, moments later.
 */
final class CorrectionsResource {
  private final Entries entries;
  private final MentionHistory history;

  CorrectionsResource(SettingsStore settings, MentionHistory history) {
    this.history = history;
    entries = new Entries(settings, Correction.KIND, this::checked);
  }

  void list(Context call) {
    Parameters.none(call);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("corrections");
          for (Setting entry : entries.all()) {
            json.writeStartObject();
            Entries.fields(json, entry);
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
    answer(call, entries.put(call));
  }

  void delete(Context call) {
    if (!entries.delete(call)) {
      throw entries.missing(call.pathParam("id"));
    }
    call.status(HttpStatus.NO_CONTENT);
  }

  void history(Context call) {
    entries.history(call);
  }

  void undo(Context call) throws IOException {
    entries.undo(call);
    entries
        .find(call.pathParam("id"))
        .ifPresentOrElse(entry -> answer(call, entry), () -> call.status(HttpStatus.NO_CONTENT));
  }

  /**
   * Rows {@code label<TAB>text} of the corrected tones, as {@code tone train --data} takes them.
   */
  void trainingRows(Context call) {
    Parameters.none(call);
    StringBuilder rows = new StringBuilder("label\ttext\n");
    for (Setting entry : entries.all()) {
      String tone = entry.value().path("tone").asText("");
      if (!tone.isEmpty()) {
        history
            .find(entry.id())
            .ifPresent(
                known ->
                    rows.append(tone)
                        .append('\t')
                        .append(cell(known.mention().title(), known.mention().text()))
                        .append('\n'));
      }
    }
    call.header("Content-Disposition", "attachment; filename=\"ouidire-corrections.tsv\"");
    call.contentType("text/tab-separated-values; charset=utf-8")
        .result(rows.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** One line, and no formula to a spreadsheet. */
  private static String cell(@org.jspecify.annotations.Nullable String title, String text) {
    String line = (title == null ? text : title + ". " + text).replaceAll("\\s+", " ").strip();
    return !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
  }

  private static void answer(Context call, Setting entry) {
    Json.object(call, json -> Entries.fields(json, entry));
  }

  private ObjectNode checked(String id, JsonNode body) {
    if (history.find(id).isEmpty()) {
      throw Problem.of(ProblemKind.NOT_FOUND, Message.of("thing.mention"), Message.shortened(id))
          .exception();
    }
    requireTone("tone", body.path("tone"));
    for (Map.Entry<String, JsonNode> brand : body.path("toward").properties()) {
      requireTone("toward", brand.getValue());
    }
    for (JsonNode kind : body.path("kinds")) {
      if (!Correction.KINDS.contains(kind.asText(""))) {
        throw Parameters.noneOf("kinds", kind.asText(""), Correction.KINDS);
      }
    }
    Correction said = Correction.read(body);
    if (said.isEmpty()) {
      throw Entries.badField("tone", "", Message.of("remedy.correction"));
    }
    return said.json();
  }

  private static void requireTone(String field, JsonNode tone) {
    boolean left = tone.isMissingNode() || tone.isNull();
    if (!left && !Correction.TONES.contains(tone.asText(""))) {
      throw Parameters.noneOf(field, tone.asText(""), Correction.TONES);
    }
  }
}
