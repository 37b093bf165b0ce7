package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file's text as bytes that ASCII delimits: decompressed (gzip or Zstandard, by magic number and
 * not by name), without byte order mark, UTF-16 turned into UTF-8. Offsets count these bytes.
 */
final class TextFile implements Closeable {
  /** How much of a file is looked at to find what it is. */
  static final int SAMPLE_BYTES = 1 << 20;

  private static final int BUFFER = 1 << 16;

  private final Counted raw;
  private final InputStream text;
  private final Charset charset;

  private TextFile(Counted raw, InputStream text, Charset charset) {
    this.raw = raw;
    this.text = text;
    this.charset = charset;
  }

  /** Opens a file; {@code encoding} null to find it. */
  static TextFile open(Path file, @Nullable Charset encoding) throws IOException {
    Counted raw = new Counted(Files.newInputStream(file));
    try {
      Breakage breakage = new Breakage(decompressed(raw));
      InputStream bytes = new BufferedInputStream(breakage, BUFFER);
      byte[] head = peek(bytes, SAMPLE_BYTES);
      Charset found = encoding == null ? Encodings.find(head) : encoding;
      skip(bytes, Encodings.markLength(head, found));
      if (found.equals(UTF_16LE) || found.equals(UTF_16BE) || found.name().equals("UTF-16")) {
        return new TextFile(raw, breakage.told(new Transcoded(bytes, found)), UTF_8);
      }
      return new TextFile(raw, breakage.told(bytes), found);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** The first bytes of the text, at most {@link #SAMPLE_BYTES}. */
  static Sample sample(Path file, @Nullable Charset encoding) throws IOException {
    try (TextFile text = open(file, encoding)) {
      byte[] bytes = beginning(text.stream(), SAMPLE_BYTES);
      return new Sample(bytes, bytes.length < SAMPLE_BYTES, text.charset());
    }
  }

  /** The beginning of a text and whether it is all of it. */
  record Sample(byte[] bytes, boolean whole, Charset charset) {}

  InputStream stream() {
    return text;
  }

  /** What the bytes are in: UTF-8 or one byte a character. */
  Charset charset() {
    return charset;
  }

  /** Bytes of the file itself read so far. */
  long rawPosition() {
    return raw.count;
  }

  void skipTo(long offset) throws IOException {
    text.skipNBytes(offset);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static InputStream decompressed(InputStream raw) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(raw, BUFFER);
    byte[] magic = peek(bytes, 4);
    if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
      return new GZIPInputStream(bytes, BUFFER);
    }
    if (magic.length == 4
        && (magic[0] & 0xff) == 0x28
        && (magic[1] & 0xff) == 0xb5
        && magic[2] == 0x2f
        && (magic[3] & 0xff) == 0xfd) {
      return new ZstdInputStream(bytes);
    }
    return bytes;
  }

  private static byte[] peek(InputStream bytes, int length) throws IOException {
    bytes.mark(length);
    byte[] head = beginning(bytes, length);
    bytes.reset();
    return head;
  }

  /** What can be read, of a file that breaks off too: whoever reads all of it will be told. */
  private static byte[] beginning(InputStream bytes, int length) throws IOException {
    byte[] head = new byte[length];
    int n = 0;
    try {
      for (int read = 0; n < length && read >= 0; n += Math.max(read, 0)) {
        read = bytes.read(head, n, length - n);
      }
    } catch (IOException e) {
      if (n == 0) {
        throw e;
      }
    }
    return Arrays.copyOf(head, n);
  }

  private static void skip(InputStream bytes, int length) throws IOException {
    bytes.skipNBytes(length);
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      count += Math.max(n, 0);
      return n;
    }
  }
}
