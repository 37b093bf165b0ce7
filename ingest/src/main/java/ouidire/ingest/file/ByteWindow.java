package ouidire.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The part of a stream that rows are being cut out of; as long as the longest row, no longer. */
final class ByteWindow {
  /** Longest row: a text of the longest length allowed, in its longest spelling, fits. */
  static final int MAX_ROW = 4 << 20;

  private static final int START = 1 << 17;

  private final InputStream in;
  private byte[] bytes = new byte[START];
  private int from;
  private int to;
  private long offset;
  private boolean ended;
  private @Nullable IOException broken;

  ByteWindow(InputStream in, long offset) {
    this.in = in;
    this.offset = offset;
  }

  byte[] bytes() {
    return bytes;
  }

  /** First byte not yet taken. */
  int from() {
    return from;
  }

  /** One past the last byte that is here. */
  int to() {
    return to;
  }

  /** Offset of {@link #from} in the stream. */
  long offset() {
    return offset;
  }

  /** Whether the stream has nothing behind {@link #to}. */
  boolean ended() {
    return ended;
  }

  /** Whether no more can be had before something is taken. */
  boolean full() {
    return to - from >= MAX_ROW;
  }

  /** Moves {@link #from} to this index. */
  void take(int index) {
    offset += index - from;
    from = index;
  }

  /** Reads more behind {@link #to}; indexes change. Nothing happens when ended or full. */
  void fill() throws IOException {
    if (ended || full()) {
      return;
    }
    if (to - from > bytes.length / 2) {
      bytes = Arrays.copyOfRange(bytes, from, from + 2 * bytes.length);
    } else {
      System.arraycopy(bytes, from, bytes, 0, to - from);
    }
    to -= from;
    from = 0;
    read();
  }

  /** Fills the array; what came before the stream broke off is given before that is told. */
  private void read() throws IOException {
    if (broken != null) {
      throw broken;
    }
    try {
      while (to < bytes.length && !ended) {
        int n = in.read(bytes, to, bytes.length - to);
        ended = n < 0;
        to += Math.max(n, 0);
      }
    } catch (IOException e) {
      broken = e;
    }
  }
}
