package ouidire.ingest.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.SourceRef;
import ouidire.core.words.Wording;

/**
 * How a file is to be read: what its caller said and what was found in its beginning.
 *
 * @param shape how its rows are cut
 * @param mapping which column holds what; null when rows are in one of our own forms
 * @param ownColumns the header of our own CSV form; empty for anything else
 * @param dayFirst what {@code 02/03/2026} means
 * @param addressesIdentify whether addresses tell rows apart
 * @param html whether texts are set in HTML
 * @param source the name of the source where neither caller nor row give one
 * @param notes what was decided that the caller may want otherwise
 */
record FileLayout(
    FileShape shape,
    @Nullable ColumnMapping mapping,
    List<String> ownColumns,
    boolean dayFirst,
    boolean addressesIdentify,
    boolean html,
    String source,
    List<Wording> notes) {
  FileLayout {
    ownColumns = List.copyOf(ownColumns);
    notes = List.copyOf(notes);
  }

  /** A layout in other tools' columns, or in our own JSON form when {@code mapping} is null. */
  static FileLayout of(FileShape shape, @Nullable ColumnMapping mapping, String source) {
    return new FileLayout(shape, mapping, List.of(), true, true, false, source, List.of());
  }

  /**
   * Finds the layout of a file.
   *
   * @throws ImportException when rows of it could not be made mentions, with the remedy
   */
  static FileLayout find(Path file, ImportOptions options) throws ImportException, IOException {
    return new LayoutFinder(file, options).find();
  }

  ImportFormat format() {
    return shape.format();
  }

  RowReader reader(ImportOptions options, Instant now) {
    if (mapping == null) {
      SourceRef from =
          new SourceRef("import", options.source() == null ? source : options.source());
      return ownColumns.isEmpty()
          ? JsonReader.own(shape.charset(), from, now)
          : new OwnCsvReader(shape.charset(), ownColumns, from, now);
    }
    CellMentions mentions =
        new CellMentions(
            options.source(),
            source,
            new DateReader(options.zone(), dayFirst),
            new ImportedIds(addressesIdentify),
            html,
            now);
    return format() == ImportFormat.CSV
        ? new CsvReader(shape.charset(), mapping, mentions)
        : JsonReader.mapped(shape.charset(), mapping, mentions);
  }

  /** Whether rows can be made mentions. */
  boolean sufficient() {
    return mapping == null || mapping.sufficient();
  }

  /** What each recognised column holds; our own JSON form has none to recognise. */
  Map<String, String> columns() {
    if (mapping != null) {
      return mapping.described();
    }
    Map<String, String> own = new LinkedHashMap<>();
    ownColumns.forEach(column -> own.put(column, column));
    return own;
  }

  FileLayout with(boolean days, boolean addresses, boolean inHtml, List<Wording> remarks) {
    return new FileLayout(shape, mapping, ownColumns, days, addresses, inHtml, source, remarks);
  }
}
