package ouidire.ingest.file;

import ouidire.core.mention.InvalidMentionException;
import ouidire.core.mention.Mention;

/** Makes a row a mention. */
interface RowReader {
  /**
   * @throws InvalidMentionException when it cannot be one: the field and the remedy
   */
  Mention read(Row row);
}
