package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.correction.Correction;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.RemarkKinds;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;

/**
 * {@code /api/v1/corrections}: what people say of single mentions, by the mention's id. It is in
 * every number as soon as the mention was written again, moments later.
 */
final class CorrectionsResource extends EntryResource {
  private static final Keys KEYS = Keys.of("tone", "toward", "kinds").andAnswered();
  private final MentionHistory history;

  CorrectionsResource(SettingsStore settings, MentionHistory history) {
    super(
        new Entries(settings, Correction.KIND, KEYS, (id, body) -> checked(history, id, body)),
        "corrections");
    this.history = history;
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

  private static ObjectNode checked(MentionHistory history, String id, JsonNode body) {
    if (history.find(id).isEmpty()) {
      throw Problem.of(ProblemKind.NOT_FOUND, Message.of("thing.mention"), Message.shortened(id))
          .exception();
    }
    requireTone("tone", body.path("tone"));
    for (Map.Entry<String, JsonNode> brand : body.path("toward").properties()) {
      requireTone("toward", brand.getValue());
    }
    for (JsonNode kind : body.path("kinds")) {
      if (!RemarkKinds.ALL.contains(kind.asText(""))) {
        throw Parameters.noneOf("kinds", kind.asText(""), RemarkKinds.ALL);
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
