package ouidire.ingest.file;

import org.jspecify.annotations.Nullable;

/** What one row holds, by column; null where it holds nothing. */
interface Cells {
  @Nullable String get(MentionColumn column);
}
