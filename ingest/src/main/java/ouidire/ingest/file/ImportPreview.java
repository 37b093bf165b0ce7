package ouidire.ingest.file;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ouidire.core.mention.Mention;
import ouidire.core.words.Wording;

/**
 * What an import would do.
 *
 * @param file as it was named
 * @param format found
 * @param charset found; UTF-16 shows as the UTF-8 it is read through
 * @param columns header by what it holds, in the words of {@code --map}; empty for our own JSON
 *     form
 * @param mentions the first
 * @param read rows
 * @param rejected of them, would be refused
 * @param refusals the first reasons, with their lines
 * @param notes what was decided that the caller may want otherwise
 */
public record ImportPreview(
    Path file,
    ImportFormat format,
    Charset charset,
    Map<String, String> columns,
    List<Mention> mentions,
    long read,
    long rejected,
    List<String> refusals,
    List<Wording> notes) {
  public ImportPreview {
    mentions = List.copyOf(mentions);
    refusals = List.copyOf(refusals);
    notes = List.copyOf(notes);
  }
}
