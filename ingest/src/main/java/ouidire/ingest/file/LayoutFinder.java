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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.MentionCsv;
import ouidire.core.words.Wording;

/** Finds a file's layout in its beginning; reads on only to tell days from months. */
final class LayoutFinder {
  /** How far down a header is looked for: reports put their own lines above it. */
  private static final int HEADER_WITHIN = 25;

  private static final int SAMPLE_ROWS = 500;

  private final Path file;
  private final ImportOptions options;
  private final List<Wording> notes = new ArrayList<>();

  LayoutFinder(Path file, ImportOptions options) {
    this.file = file;
    this.options = options;
  }

  FileLayout find() throws ImportException, IOException {
    TextFile.Sample sample = TextFile.sample(file, options.encoding());
    byte[] bytes = sample.bytes();
    int first = 0;
    while (first < bytes.length && bytes[first] >= 0 && bytes[first] <= ' ') {
      first++;
    }
    if (first == bytes.length) {
      throw about(
          new Wording(
              "est vide ; donnez un fichier avec des lignes", "is empty; give a file with rows"));
    }
    boolean looksJson = bytes[first] == '{' || bytes[first] == '[';
    boolean json =
        options.format() == ImportFormat.AUTO ? looksJson : options.format() == ImportFormat.JSONL;
    FileLayout draft = json ? json(sample, bytes[first] == '[') : csv(sample);
    if (!draft.sufficient() && draft.mapping() != null) {
      throw about(draft.mapping().missing());
    }
    ColumnHabits habits = new ColumnHabits(file, options, draft);
    boolean dayFirst = habits.dayFirst(sample, notes);
    boolean addressesIdentify = habits.addressesIdentify(sample);
    if (!addressesIdentify) {
      notes.add(
          new Wording(
              "une même adresse se trouve sur plusieurs lignes aux textes différents : les lignes sont"
                  + " distinguées par l’auteur, l’heure et le texte",
              "one address stands in several rows with different texts: rows are told apart by author,"
                  + " time and text"));
    }
    boolean html = habits.html(sample);
    if (html) {
      notes.add(
          new Wording(
              "les textes sont en HTML : gardés tels qu’on les lit, sans balises",
              "texts are set in HTML: kept as people read them, without tags"));
    }
    return draft.with(dayFirst, addressesIdentify, html, notes);
  }

  private FileLayout json(TextFile.Sample sample, boolean list)
      throws ImportException, IOException {
    Keys keys = Keys.of(FileShape.json(sample.charset(), list), sample);
    if (!list && 2 * keys.readable < keys.rows) {
      Keys spread = Keys.of(FileShape.json(sample.charset(), true), sample);
      keys = spread.readable > keys.readable ? spread : keys;
    }
    boolean own = options.columns().isEmpty() && 2 * keys.own >= keys.readable;
    return FileLayout.of(
        keys.shape,
        own ? null : ColumnMapping.of(List.copyOf(keys.paths), options.columns()),
        sourceName(keys.paths));
  }

  /** What the objects of a sample are called by. */
  private static final class Keys {
    final FileShape shape;
    final Set<String> paths = new LinkedHashSet<>();
    int rows;
    int readable;
    int own;

    private Keys(FileShape shape) {
      this.shape = shape;
    }

    static Keys of(FileShape shape, TextFile.Sample sample) throws IOException {
      Keys keys = new Keys(shape);
      Rows rows = shape.rows(new ByteArrayInputStream(sample.bytes()), 0, 0);
      for (@Nullable Row row = rows.next();
          row != null && keys.rows < SAMPLE_ROWS;
          row = rows.next()) {
        keys.rows++;
        try {
          Map<String, String> values =
              JsonObjects.flat(JsonObjects.unwrapped(JsonReader.utf8(row, shape.charset())));
          keys.readable++;
          keys.own += own(values.keySet()) ? 1 : 0;
          keys.paths.addAll(values.keySet());
        } catch (InvalidMentionException e) {
          // Refused with its reason when the rows are read.
        }
      }
      return keys;
    }

    /** Whether an object's paths are those of our own form rather than another tool's. */
    private static boolean own(Set<String> paths) {
      return paths.contains("publishedat")
          && (paths.contains("text") || paths.contains("title"))
          && !paths.contains("source")
          && !paths.contains("source.id")
          && !paths.contains("author");
    }
  }

  private FileLayout csv(TextFile.Sample sample) throws ImportException, IOException {
    byte[] bytes = sample.bytes();
    CsvDialect dialect = CsvDialect.find(bytes);
    CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), dialect, 0, 0);
    FileLayout best = null;
    ImportException refusal = null;
    for (int i = 0; i < HEADER_WITHIN && (best == null || !best.sufficient()); i++) {
      Row row = rows.next();
      if (row == null) {
        break;
      }
      try {
        FileLayout layout = under(row, rows, dialect, sample);
        if (best == null || layout.columns().size() > best.columns().size()) {
          best = layout;
        }
      } catch (ImportException e) {
        refusal = refusal == null ? e : refusal;
      }
    }
    if (best == null) {
      throw about(
          refusal == null
              ? new Wording(
                  "n’a pas de lignes ; donnez un fichier avec des lignes",
                  "has no rows; give a file with rows")
              : refusal.words());
    }
    if (best.shape().line() > 1 && best.shape().header().length > 0 && !stated(bytes)) {
      notes.add(
          new Wording(
              "l’en-tête est à la ligne "
                  + best.shape().line()
                  + " ; les lignes au-dessus sont laissées de côté",
              "the header stands on line "
                  + best.shape().line()
                  + "; the lines above it are left out"));
    }
    return best;
  }

  private ImportException about(Wording what) {
    return new ImportException(new Wording(" : ", ": ").after(file.toString()).then(what));
  }

  private static boolean stated(byte[] bytes) {
    return CsvDialect.stated(bytes) != 0;
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
    if (data && row.line == 1) {
      List<String> numbers =
          IntStream.rangeClosed(1, cells.size()).mapToObj(Integer::toString).toList();
      return FileLayout.of(
          shape(sample, dialect, 0, 0, new byte[0]),
          ColumnMapping.of(numbers, options.columns()),
          sourceName(List.of()));
    }
    FileShape shape = shape(sample, dialect, rows.offset(), rows.line(), row.raw());
    if (MentionCsv.ours(cells) && options.columns().isEmpty()) {
      return new FileLayout(shape, null, cells, true, true, false, "fichier", List.of());
    }
    return FileLayout.of(
        shape,
        ColumnMapping.of(cells, options.columns()),
        sourceName(cells.stream().map(ColumnMapping::folded).toList()));
  }

  private static FileShape shape(
      TextFile.Sample sample, CsvDialect dialect, long offset, long line, byte[] header) {
    return new FileShape(ImportFormat.CSV, sample.charset(), dialect, false, offset, line, header);
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
