package ouidire.ingest.file;

import java.time.Duration;

/**
 * How far an import is.
 *
 * @param bytes of the file (compressed as it is) read
 * @param size of the file, bytes
 * @param read rows read, those of an interrupted run before included
 * @param rejected of them, refused
 * @param elapsed since this run began
 */
public record ImportProgress(long bytes, long size, long read, long rejected, Duration elapsed) {
  /** Rows a second of this run; 0 in its first millisecond. */
  public long rate(long readBefore) {
    long millis = elapsed.toMillis();
    return millis == 0 ? 0 : (read - readBefore) * 1000 / millis;
  }
}
