package ouidire.ingest.file;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * What became of a file: {@code read = accepted + rejected}. Counts include those of an interrupted
 * run that this one went on from.
 *
 * @param file as it was named
 * @param encoding what the file was read as; UTF-16 shows as the UTF-8 it is read through
 * @param read rows, without header and blank lines
 * @param accepted rows that the stream acknowledged
 * @param rejected rows refused and kept in {@code rejectedFile}
 * @param repeated of the accepted, rows whose id an earlier row of the file has: they replace it.
 *     Counted over the last 500,000 ids
 * @param resumedAt rows that an interrupted run had done already
 * @param arrivals of this run, how many were new; null when nobody could tell
 * @param rejectedFile null when nothing was refused
 * @param notes what was found or decided that the caller may want otherwise
 * @param failure why the import stopped before the end, with the remedy; null when it did not
 */
public record ImportSummary(
    Path file,
    Charset encoding,
    long read,
    long accepted,
    long rejected,
    long repeated,
    long resumedAt,
    @Nullable Arrivals arrivals,
    @Nullable Path rejectedFile,
    List<Wording> notes,
    @Nullable Wording failure) {
  public ImportSummary {
    notes = List.copyOf(notes);
  }

  /**
   * Mentions of a run by whether they were there before it, each counted once however many rows it
   * has.
   *
   * @param added were not
   * @param alreadyThere were, and have been brought up to date
   */
  public record Arrivals(long added, long alreadyThere) {}
}
