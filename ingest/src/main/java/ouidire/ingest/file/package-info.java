/**
 * Mentions out of files: JSON Lines and CSV, plain or compressed, as people's tools export them.
 *
 * <p>The way of a row: {@link ouidire.ingest.file.TextFile} makes any file plain bytes that ASCII
 * delimits; {@link ouidire.ingest.file.CsvRows} or {@link ouidire.ingest.file.LineRows} cuts them
 * into rows; a {@link ouidire.ingest.file.RowReader} makes a row a mention or says what is wrong
 * with it; {@link ouidire.ingest.file.AckWindow} publishes and lets the cursor follow the
 * acknowledgements; {@link ouidire.ingest.file.RejectedRows} keeps what was refused, beside the
 * file. {@link ouidire.ingest.file.FileImporter} joins them and is the way in.
 *
 * <p>What is not said by the caller is found in the first {@value
 * ouidire.ingest.file.TextFile#SAMPLE_BYTES} bytes: compression, encoding, format, separator,
 * header, which column is what ({@link ouidire.ingest.file.MentionColumn}), how dates are written
 * ({@link ouidire.ingest.file.DateReader}).
 */
@NullMarked
package ouidire.ingest.file;

import org.jspecify.annotations.NullMarked;
