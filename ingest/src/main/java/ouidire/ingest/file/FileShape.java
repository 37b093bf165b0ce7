package ouidire.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * How the rows of a file are cut.
 *
 * @param format JSONL or CSV
 * @param charset of its bytes as {@link TextFile} gives them
 * @param dialect of its cells; of no meaning for JSON
 * @param spread JSON objects over several lines, or in a list
 * @param offset where its first row begins
 * @param line lines before it
 * @param header its header as it stands, empty without one
 */
record FileShape(
    ImportFormat format,
    Charset charset,
    CsvDialect dialect,
    boolean spread,
    long offset,
    long line,
    byte[] header) {
  /** JSON objects, one a line or {@code spread}. */
  static FileShape json(Charset charset, boolean spread) {
    CsvDialect none = new CsvDialect((byte) ',', false);
    return new FileShape(ImportFormat.JSONL, charset, none, spread, 0, 0, new byte[0]);
  }

  /**
   * The rows of a text.
   *
   * @param text stands at {@code from}
   * @param lines before {@code from}
   */
  Rows rows(InputStream text, long from, long lines) {
    if (format == ImportFormat.CSV) {
      return new CsvRows(text, dialect, from, lines);
    }
    return spread ? new ObjectRows(text, from, lines) : new LineRows(text, from, lines);
  }

  /** The beginning of a file for refused rows. */
  void rejectedHeader(ByteArrayOutputStream out) {
    if (format == ImportFormat.CSV && header.length > 0) {
      out.writeBytes("line".getBytes(charset));
      out.write(dialect.separator());
      out.writeBytes("reason".getBytes(charset));
      out.write(dialect.separator());
      out.writeBytes(header);
      out.write('\n');
    }
  }
}
