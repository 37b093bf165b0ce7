package ouidire.ingest.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.brand.Site;
import ouidire.core.link.VisitFiles;
import ouidire.core.words.Wording;

/**
 * Reads files of visits with the same forgiveness as files of mentions: encoding, separator, quotes
 * and the order of day and month are found out; lines above the header are passed over.
 */
public final class VisitFileReader implements VisitFiles {
  private static final int HEADER_WITHIN = 25;

  private final InstantSource clock;

  public VisitFileReader(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Contents read(InputStream in, List<Site> sites, ZoneId zone) throws UnreadableException {
    try {
      Path file = Files.createTempFile("ouidire-visits", ".csv");
      try {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return read(file, sites, zone);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a file of visits could not be put aside", e);
    }
  }

  private Contents read(Path file, List<Site> sites, ZoneId zone)
      throws UnreadableException, IOException {
    TextFile.Sample sample = TextFile.sample(file, null);
    if (new String(sample.bytes(), sample.charset()).isBlank()) {
      throw new UnreadableException(
          new Wording(
              "le fichier est vide ; donnez-en un avec des lignes",
              "the file is empty; give one with rows"));
    }
    CsvDialect dialect = CsvDialect.find(sample.bytes());
    List<Wording> notes = new ArrayList<>();
    boolean dayFirst = dayFirst(sample, dialect, notes);
    try (TextFile text = TextFile.open(file, null)) {
      CsvRows rows = new CsvRows(text.stream(), dialect, 0, 0);
      VisitHeader header = header(rows, text.charset());
      VisitRows visits =
          new VisitRows(
              header,
              text.charset(),
              new DateReader(zone, dayFirst),
              sites,
              zone,
              latest(clock.instant()));
      for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
        if (visits.rows() == MOST_ROWS) {
          throw new UnreadableException(
              new Wording(
                  "il a plus de 500 000 lignes ; coupez-le en plusieurs",
                  "it has more than 500,000 rows; cut it into several"));
        }
        visits.read(row);
      }
      return visits.contents(notes);
    }
  }

  /** Clocks and zones differ by a day at most. */
  private static Instant latest(Instant now) {
    return now.plusSeconds(86_400);
  }

  private static VisitHeader header(CsvRows rows, Charset charset)
      throws IOException, UnreadableException {
    VisitHeader best = null;
    for (int i = 0; i < HEADER_WITHIN; i++) {
      Row row = rows.next();
      if (row == null) {
        break;
      }
      VisitHeader header = VisitHeader.of(row, charset);
      if (header.sufficient()) {
        return header;
      }
      if (best == null || header.index().size() > best.index().size()) {
        best = header;
      }
    }
    throw new UnreadableException(
        best == null
            ? new Wording("aucune ligne ne peut être lue", "no row can be read")
            : best.missing());
  }

  /** What 02/03/2026 means, by the dates of the sample that can only be read one way. */
  private static boolean dayFirst(TextFile.Sample sample, CsvDialect dialect, List<Wording> notes)
      throws IOException {
    int days = 0;
    int months = 0;
    int either = 0;
    CsvRows rows = new CsvRows(new ByteArrayInputStream(sample.bytes()), dialect, 0, 0);
    @Nullable VisitHeader header = null;
    for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
      if (header == null) {
        VisitHeader maybe = VisitHeader.of(row, sample.charset());
        header = maybe.sufficient() ? maybe : null;
        continue;
      }
      String date = header.cell(row, VisitColumn.DATE, sample.charset());
      if (date == null || date.length() > 60) {
        continue;
      }
      DateTokens tokens = new DateTokens(date);
      Boolean says = tokens.understood() ? tokens.saysDayFirst() : null;
      days += says != null && says ? 1 : 0;
      months += says != null && !says ? 1 : 0;
      either += tokens.understood() && tokens.ambiguous() ? 1 : 0;
    }
    boolean dayFirst = days >= months;
    if (either > 0 && days == 0 && months == 0) {
      notes.add(
          new Wording(
              "les dates comme 02/03/2026 sont lues jour/mois/année ; sinon, donnez-les comme"
                  + " 2026-03-02",
              "dates like 02/03/2026 are read day/month/year; otherwise give them as 2026-03-02"));
    }
    return dayFirst;
  }
}
