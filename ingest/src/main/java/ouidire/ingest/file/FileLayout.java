package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.SourceRef;

/**
 * How a file is to be read: what its caller said and what was found in its beginning.
 *
 * @param format JSONL or CSV
 * @param charset of its bytes as {@link TextFile} gives them
 * @param dialect of its cells; of no meaning for JSON
 * @param offset where its first row begins
 * @param line lines before it
 * @param header its header as it stands, empty without one
 * @param mapping which column holds what; null when rows are in our own JSON form
 * @param dayFirst what {@code 02/03/2026} means
 * @param addressesIdentify whether addresses tell rows apart
 * @param source the name of the source where neither caller nor row give one
 * @param notes what was decided that the caller may want otherwise
 */
record FileLayout(
    ImportFormat format,
    Charset charset,
    CsvDialect dialect,
    long offset,
    long line,
    byte[] header,
    @Nullable ColumnMapping mapping,
    boolean dayFirst,
    boolean addressesIdentify,
    String source,
    List<String> notes) {
  FileLayout {
    notes = List.copyOf(notes);
  }

  /** The rows of an open text that stands at this offset. */
  Rows rows(TextFile text, long from, long lines) {
    return format == ImportFormat.CSV
        ? new CsvRows(text.stream(), dialect, from, lines)
        : new LineRows(text.stream(), from, lines);
  }

  RowReader reader(ImportOptions options, Instant now) {
    if (mapping == null) {
      String name = options.source() == null ? source : options.source();
      return JsonReader.own(charset, new SourceRef("import", name), now);
    }
    CellMentions mentions =
        new CellMentions(
            options.source(),
            source,
            new DateReader(options.zone(), dayFirst),
            new ImportedIds(addressesIdentify),
            now);
    return format == ImportFormat.CSV
        ? new CsvReader(charset, mapping, mentions)
        : JsonReader.mapped(charset, mapping, mentions);
  }

  /** What each recognised column holds; our own JSON form has none to recognise. */
  Map<String, String> columns() {
    return mapping == null ? Map.of() : mapping.described();
  }

  /** The beginning of a file for refused rows. */
  void rejectedHeader(ByteArrayOutputStream out) {
    if (format == ImportFormat.CSV && header.length > 0) {
      out.writeBytes("line".getBytes(UTF_8));
      out.write(dialect.separator());
      out.writeBytes("reason".getBytes(UTF_8));
      out.write(dialect.separator());
      out.writeBytes(header);
      out.write('\n');
    }
  }

  /**
   * Finds the layout of a file.
   *
   * @throws ImportException when rows of it could not be made mentions, with the remedy
   */
  static FileLayout find(Path file, ImportOptions options) throws ImportException, IOException {
    return new LayoutFinder(file, options).find();
  }
}
