package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.MentionJson;
import ouidire.core.mention.SourceRef;

/** Makes mentions of JSON objects: in our own form, or in other tools' keys. */
final class JsonReader {
  private JsonReader() {}

  /** For objects in the form of {@link MentionJson}. */
  static RowReader own(Charset charset, SourceRef source, Instant now) {
    return row -> {
      CsvReader.sound(row, charset);
      return MentionJson.readMention(JsonObjects.unwrapped(utf8(row, charset)), source, now);
    };
  }

  /** For objects whose keys were recognised; other keys that are known count as well. */
  static RowReader mapped(Charset charset, ColumnMapping mapping, CellMentions mentions) {
    return row -> {
      CsvReader.sound(row, charset);
      Map<String, String> values = JsonObjects.flat(JsonObjects.unwrapped(utf8(row, charset)));
      return mentions.read(column -> value(values, column, mapping));
    };
  }

  static @Nullable String value(
      Map<String, String> values, MentionColumn column, ColumnMapping mapping) {
    Integer mapped = mapping.of(column);
    if (mapped != null) {
      String value = values.get(ColumnMapping.folded(mapping.headers().get(mapped)));
      if (value != null) {
        return value;
      }
    }
    List<String> known = column.headers();
    for (int i = 0; i < known.size(); i++) {
      String value = values.get(known.get(i));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  static byte[] utf8(Row row, Charset charset) {
    return charset.equals(UTF_8)
        ? row.raw()
        : new String(row.bytes, row.from, row.to - row.from, charset).getBytes(UTF_8);
  }
}
