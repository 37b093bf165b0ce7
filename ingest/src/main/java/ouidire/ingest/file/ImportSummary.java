package ouidire.ingest.file;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file: {@code read = accepted + rejected}. Counts include those of an interrupted
 * run that this one went on from.
 *
 * @param file as it was named
 * @param read rows, without header and blank lines
 * @param accepted rows that the stream acknowledged
 * @param rejected rows refused and kept in {@code rejectedFile}
 * @param repeated of the accepted, rows whose id an earlier row of the file has: they replace it.
 *     Counted over the last 500,000 ids
 * @param resumedAt rows that an interrupted run had done already
 * @param rejectedFile null when nothing was refused
 * @param notes what was found or decided that the caller may want otherwise
 * @param failure why the import stopped before the end, with the remedy; null when it did not
 */
public record ImportSummary(
    Path file,
    long read,
    long accepted,
    long rejected,
    long repeated,
    long resumedAt,
    @Nullable Path rejectedFile,
    List<String> notes,
    @Nullable String failure) {
  public ImportSummary {
    notes = List.copyOf(notes);
  }
}
