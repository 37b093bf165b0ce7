package ouidire.ingest.file;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.mention.MentionCsv;
import ouidire.core.mention.SourceRef;

/** Reads back the rows of an export of ours. */
final class OwnCsvReader implements RowReader {
  private final Charset charset;
  private final Map<String, Integer> index = new HashMap<>();
  private final SourceRef source;
  private final Instant now;

  OwnCsvReader(Charset charset, List<String> header, SourceRef source, Instant now) {
    this.charset = charset;
    this.source = source;
    this.now = now;
    for (int i = 0; i < header.size(); i++) {
      index.putIfAbsent(header.get(i), i);
    }
  }

  @Override
  public Mention read(Row row) {
    CsvReader.sound(row, charset);
    if (CsvReader.overfull(row, index.size()) || row.unclosed) {
      throw new InvalidMentionException(
          "",
          "n’est pas telle qu’elle fut exportée : il manque des cellules ou des guillemets ; corrigez-la ou exportez-la de nouveau",
          "is not as it was exported: cells or quotes are missing; mend or export it again");
    }
    return MentionCsv.read(column -> cell(row, column), source, now);
  }

  private @Nullable String cell(Row row, String column) {
    Integer i = index.get(column);
    return i == null || i >= row.cells() ? null : row.cell(i, charset);
  }
}
