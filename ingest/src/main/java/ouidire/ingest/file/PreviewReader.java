package ouidire.ingest.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;
import ouidire.core.words.Wording;

/**
 * What an import would make of a file; publishes and writes nothing.
 *
 * @param now after which nothing can have been published
 */
record PreviewReader(Path file, FileLayout layout, ImportOptions options, Instant now) {
  /** Reads all of it and shows the first mentions and refusals. */
  ImportPreview first(int first) throws IOException {
    RowReader reader = layout.reader(options, now);
    List<Mention> mentions = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    long read = 0;
    long rejected = 0;
    try (TextFile text = TextFile.open(file, options.encoding())) {
      text.skipTo(layout.shape().offset());
      Rows rows =
          layout.shape().rows(text.stream(), layout.shape().offset(), layout.shape().line());
      for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
        read++;
        try {
          Mention mention = RowCheck.mention(reader, row, now);
          if (mentions.size() < first) {
            mentions.add(mention);
          }
        } catch (InvalidMentionException e) {
          rejected++;
          if (refusals.size() < first) {
            refusals.add(
                new Wording("ligne " + row.line + " : ", "line " + row.line + ": ")
                        .in(options.reader())
                    + RowCheck.reason(e, options.reader()));
          }
        }
      }
    }
    return new ImportPreview(
        file,
        layout.format(),
        layout.shape().charset(),
        layout.columns(),
        mentions,
        read,
        rejected,
        refusals,
        layout.notes());
  }
}
