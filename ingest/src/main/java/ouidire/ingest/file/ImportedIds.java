package ouidire.ingest.file;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ouidire.core.mention.MentionIds;
import ouidire.core.mention.SourceRef;

/**
 * Ids of imported mentions: the same row has the same id under whatever name, compression or column
 * order its file comes, and different rows never share one because an export numbers its rows from
 * 1.
 *
 * <ol>
 *   <li>An id of {@value #LONG} characters or more is taken for the platform's own, in the space of
 *       the source that the caller or the row names. One that a spreadsheet rounded ({@code
 *       1,23E+18}) is not.
 *   <li>Else the item's own address, with the short id where there is one, unless addresses repeat
 *       in this file over different texts (the page that comments stand under, say).
 *   <li>Else who said what and when, with the short id and the address where there are any.
 * </ol>
 */
final class ImportedIds {
  static final int LONG = 10;

  private static final String KIND = "import";
  private static final Pattern ROUNDED = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");

  private final boolean addressesIdentify;

  ImportedIds(boolean addressesIdentify) {
    this.addressesIdentify = addressesIdentify;
  }

  String of(
      @Nullable String source,
      @Nullable String id,
      @Nullable String url,
      @Nullable String author,
      Instant published,
      @Nullable String content) {
    if (id != null && identifies(id)) {
      return MentionIds.ofNative(KIND, space(source) + id);
    }
    if (url != null && addressesIdentify) {
      return MentionIds.ofNative(KIND, id == null ? url : space(source) + id + "\n" + url);
    }
    StringBuilder all = new StringBuilder();
    if (id != null) {
      all.append(id).append('\n');
    }
    if (url != null) {
      all.append(url).append('\n');
    }
    return MentionIds.ofContent(
        new SourceRef(KIND, source == null ? "" : source),
        author,
        published,
        all.append(content).toString());
  }

  /** The id of a mention that a row points at by address or platform id; null when it cannot be. */
  @Nullable String ofOther(@Nullable String source, @Nullable String reference) {
    if (reference == null) {
      return null;
    }
    if (reference.contains("://")) {
      return MentionIds.ofNative(KIND, reference);
    }
    return identifies(reference) ? MentionIds.ofNative(KIND, space(source) + reference) : null;
  }

  static boolean identifies(String id) {
    return id.length() >= LONG && !ROUNDED.matcher(id).matches();
  }

  private static String space(@Nullable String source) {
    return source == null ? "" : source + "\n";
  }
}
