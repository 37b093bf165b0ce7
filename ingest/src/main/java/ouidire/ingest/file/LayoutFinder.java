package ouidire.ingest.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.InvalidMentionException;

/** Finds a file's layout in its beginning; reads on only to tell days from months. */
final class LayoutFinder {
  /** How far down a header is looked for: reports put their own lines above it. */
  private static final int HEADER_WITHIN = 25;

  private static final int SAMPLE_LINES = 500;
  private static final CsvDialect NONE = new CsvDialect((byte) ',', false);

  private final Path file;
  private final ImportOptions options;
  private final List<String> notes = new ArrayList<>();

  LayoutFinder(Path file, ImportOptions options) {
    this.file = file;
    this.options = options;
  }

  FileLayout find() throws ImportException, IOException {
    TextFile.Sample sample = TextFile.sample(file, options.encoding());
    int first = 0;
    while (first < sample.bytes().length
        && sample.bytes()[first] >= 0
        && sample.bytes()[first] <= ' ') {
      first++;
    }
    if (first == sample.bytes().length) {
      throw new ImportException(file + ": is empty; give a file with rows");
    }
    boolean json = sample.bytes()[first] == '{' || sample.bytes()[first] == '[';
    ImportFormat format =
        options.format() != ImportFormat.AUTO
            ? options.format()
            : json ? ImportFormat.JSONL : ImportFormat.CSV;
    return format == ImportFormat.JSONL ? json(sample) : csv(sample);
  }

  private FileLayout json(TextFile.Sample sample) throws ImportException, IOException {
    Set<String> keys = new LinkedHashSet<>();
    int own = 0;
    int objects = 0;
    LineRows rows = new LineRows(new ByteArrayInputStream(sample.bytes()), 0, 0);
    for (@Nullable Row row = rows.next();
        row != null && objects < SAMPLE_LINES;
        row = rows.next()) {
      try {
        Map<String, String> values = JsonObjects.flat(JsonObjects.unwrapped(row.raw()));
        objects++;
        own += own(values.keySet()) ? 1 : 0;
        keys.addAll(values.keySet());
      } catch (InvalidMentionException e) {
        // Refused with its reason when the rows are read.
      }
    }
    ColumnMapping mapping =
        options.columns().isEmpty() && 2 * own >= objects
            ? null
            : ColumnMapping.of(List.copyOf(keys), options.columns());
    if (mapping != null && !mapping.sufficient()) {
      throw new ImportException(file + ": " + mapping.missing());
    }
    FileLayout draft =
        new FileLayout(
            ImportFormat.JSONL,
            sample.charset(),
            NONE,
            0,
            0,
            new byte[0],
            mapping,
            true,
            true,
            sourceName(keys),
            notes);
    return mapping == null ? draft : withHabits(draft, sample);
  }

  /** Whether an object's paths are those of our own form rather than another tool's. */
  private static boolean own(Set<String> paths) {
    return paths.contains("publishedat")
        && (paths.contains("text") || paths.contains("title"))
        && !paths.contains("source")
        && !paths.contains("source.id")
        && !paths.contains("author");
  }

  private FileLayout csv(TextFile.Sample sample) throws ImportException, IOException {
    byte[] bytes = sample.bytes();
    CsvDialect dialect = CsvDialect.find(bytes);
    CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), dialect, 0, 0);
    @Nullable FileLayout best = null;
    @Nullable ImportException refusal = null;
    for (int i = 0; i < HEADER_WITHIN && (best == null || !sufficient(best)); i++) {
      Row row = rows.next();
      if (row == null) {
        break;
      }
      try {
        FileLayout layout = under(row, rows, dialect, sample);
        if (best == null || recognised(layout) > recognised(best)) {
          best = layout;
        }
      } catch (ImportException e) {
        refusal = refusal == null ? e : refusal;
      }
    }
    if (best == null && refusal != null) {
      throw new ImportException(file + ": " + refusal.getMessage());
    }
    if (best == null || best.mapping() == null || !sufficient(best)) {
      throw new ImportException(
          file
              + ": "
              + (best == null || best.mapping() == null
                  ? "has no rows"
                  : best.mapping().missing()));
    }
    if (best.header().length > 0 && best.line() > 1 && CsvDialect.stated(bytes) == 0) {
      notes.add("the header stands on line " + best.line() + "; the lines above it are left out");
    }
    return withHabits(best, sample);
  }

  /** The layout that has this row for its header, or no header when the row holds a date itself. */
  private FileLayout under(Row row, CsvRows rows, CsvDialect dialect, TextFile.Sample sample)
      throws ImportException {
    List<String> cells = new ArrayList<>();
    boolean data = false;
    DateReader dates = new DateReader(ZoneOffset.UTC, true);
    for (int i = 0; i < row.cells(); i++) {
      String cell = row.cell(i, sample.charset());
      cells.add(cell == null ? "" : cell);
      data |= cell != null && cell.length() > 5 && dates.readOrNull(cell) != null;
    }
    boolean headless = data && row.line == 1;
    List<String> headers = cells;
    if (headless) {
      headers = new ArrayList<>();
      for (int i = 1; i <= cells.size(); i++) {
        headers.add(Integer.toString(i));
      }
    }
    return new FileLayout(
        ImportFormat.CSV,
        sample.charset(),
        dialect,
        headless ? 0 : rows.offset(),
        headless ? 0 : rows.line(),
        headless ? new byte[0] : row.raw(),
        ColumnMapping.of(headers, options.columns()),
        true,
        true,
        sourceName(headers.stream().map(ColumnMapping::folded).toList()),
        notes);
  }

  private FileLayout withHabits(FileLayout draft, TextFile.Sample sample) throws IOException {
    ColumnHabits habits = new ColumnHabits(file, options, draft);
    boolean dayFirst = habits.dayFirst(sample, notes);
    boolean addressesIdentify = habits.addressesIdentify(sample);
    if (!addressesIdentify && draft.mapping() != null) {
      notes.add(
          "one address stands in several rows with different texts: rows are told apart by author,"
              + " time and text");
    }
    return new FileLayout(
        draft.format(),
        draft.charset(),
        draft.dialect(),
        draft.offset(),
        draft.line(),
        draft.header(),
        draft.mapping(),
        dayFirst,
        addressesIdentify,
        draft.source(),
        notes);
  }

  private static boolean sufficient(FileLayout layout) {
    return layout.mapping() != null && layout.mapping().sufficient();
  }

  private static int recognised(FileLayout layout) {
    return layout.mapping() == null ? 0 : layout.mapping().index().size();
  }

  private static String sourceName(Iterable<String> foldedHeaders) {
    for (String header : foldedHeaders) {
      if (header.contains("tweet")) {
        return "X";
      }
    }
    return "fichier";
  }
}
