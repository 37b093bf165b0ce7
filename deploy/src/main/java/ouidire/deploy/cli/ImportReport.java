package ouidire.deploy.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionJson;
import ouidire.core.words.Wording;
import ouidire.ingest.file.ImportPreview;
import ouidire.ingest.file.ImportSummary;

/** What became of a file, or would, as JSON. */
final class ImportReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ImportReport() {}

  static ObjectNode of(ImportSummary summary, Locale reader) {
    ObjectNode json = JSON.createObjectNode();
    json.put("file", summary.file().toString());
    json.put("encoding", summary.encoding().name());
    json.put("read", summary.read());
    json.put("accepted", summary.accepted());
    json.put("rejected", summary.rejected());
    json.put("repeated", summary.repeated());
    json.put("resumedAt", summary.resumedAt());
    ImportSummary.Arrivals arrivals = summary.arrivals();
    if (arrivals != null) {
      json.put("new", arrivals.added());
      json.put("alreadyThere", arrivals.alreadyThere());
    }
    if (summary.rejectedFile() != null) {
      json.put("rejectedFile", summary.rejectedFile().toString());
    }
    texts(json, "notes", said(summary.notes(), reader));
    if (summary.failure() != null) {
      json.put("failure", summary.failure().in(reader));
    }
    return json;
  }

  static ObjectNode of(ImportPreview preview, Locale reader) {
    ObjectNode json = JSON.createObjectNode();
    json.put("file", preview.file().toString());
    json.put("format", preview.format().name().toLowerCase(Locale.ROOT));
    json.put("encoding", preview.charset().name());
    ObjectNode columns = json.putObject("columns");
    preview.columns().forEach(columns::put);
    json.put("read", preview.read());
    json.put("accepted", preview.read() - preview.rejected());
    json.put("rejected", preview.rejected());
    texts(json, "refusals", preview.refusals());
    texts(json, "notes", said(preview.notes(), reader));
    ArrayNode mentions = json.putArray("mentions");
    for (Mention mention : preview.mentions()) {
      mentions.addRawValue(
          new RawValue(new String(MentionJson.write(mention), StandardCharsets.UTF_8)));
    }
    return json;
  }

  private static List<String> said(List<Wording> words, Locale reader) {
    return words.stream().map(each -> each.in(reader)).toList();
  }

  private static void texts(ObjectNode json, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode list = json.putArray(key);
      texts.forEach(list::add);
    }
  }
}
