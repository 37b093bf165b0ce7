package ouidire.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that breaks off later: its failure is told only behind the last byte that could be read.
 * Buffers in between would lose what they read just before a failure.
 */
final class Breakage extends FilterInputStream {
  private @Nullable IOException failure;

  Breakage(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (failure != null) {
      return -1;
    }
    try {
      return in.read(into, from, length);
    } catch (IOException e) {
      failure = e;
      return -1;
    }
  }

  /** Tells the failure at the end of a stream that reads from this one. */
  InputStream told(InputStream outermost) {
    return new FilterInputStream(outermost) {
      @Override
      public int read() throws IOException {
        int b = in.read();
        return b < 0 ? end() : b;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int n = in.read(into, from, length);
        return n < 0 ? end() : n;
      }
    };
  }

  private int end() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return -1;
  }
}
