package ouidire.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * Reads a body to its end or to a limit, whichever comes first. Unpacks gzip and deflate as it
 * reads, also a file that is gzip by itself; memory is that of the bytes kept.
 */
public final class BoundedBody {
  private static final int FREE_OF_RATIO = 1024 * 1024;
  private static final int MOST_LAYERS = 2;
  private static final int CHUNK = 16 * 1024;

  private BoundedBody() {}

  /** A body that is longer, or grows more, than it may. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Wording words;

    TooLargeException(String french, String english) {
      super(english);
      this.words = new Wording(french, english);
    }

    /** Which limit, to be said of the body: "is longer than...". */
    public Wording words() {
      return words;
    }
  }

  /** Between two reads; throws to give up. */
  interface Pulse {
    void beat() throws IOException;
  }

  /**
   * Reads a file's or a body's bytes.
   *
   * @param encoding value of {@code Content-Encoding}; null for none
   * @throws TooLargeException when it breaks a limit
   */
  public static byte[] read(InputStream in, @Nullable String encoding, FetchLimits limits)
      throws IOException {
    return read(in, encoding, limits, () -> {});
  }

  static byte[] read(InputStream in, @Nullable String encoding, FetchLimits limits, Pulse pulse)
      throws IOException {
    Counted raw = new Counted(in);
    InputStream unpacked = raw;
    int layers = 0;
    for (String coding : codings(encoding).reversed()) {
      unpacked = unpack(coding, unpacked, ++layers);
    }
    PushbackInputStream body = new PushbackInputStream(unpacked, 2);
    if (isGzip(body)) {
      return readAll(unpack("gzip", body, ++layers), raw, limits, pulse);
    }
    return readAll(body, raw, limits, pulse);
  }

  private static byte[] readAll(InputStream body, Counted raw, FetchLimits limits, Pulse pulse)
      throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    while (true) {
      pulse.beat();
      int read = body.read(chunk);
      if (read < 0) {
        return kept.toByteArray();
      }
      kept.write(chunk, 0, read);
      if (kept.size() > limits.bytes()) {
        throw new TooLargeException(
            "a plus de " + limits.bytes() + " octets",
            "is longer than " + limits.bytes() + " bytes");
      }
      if (kept.size() > FREE_OF_RATIO && kept.size() / limits.ratio() > raw.count) {
        throw new TooLargeException(
            "grossit plus de " + limits.ratio() + " fois une fois décompressé : c’est une bombe",
            "grows more than " + limits.ratio() + " times when unpacked: it is a bomb");
      }
    }
  }

  private static List<String> codings(@Nullable String encoding) {
    List<String> codings = new ArrayList<>();
    for (String coding : encoding == null ? new String[0] : encoding.split(",", 10)) {
      String name = coding.strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !name.equals("identity")) {
        codings.add(name);
      }
    }
    return codings;
  }

  private static InputStream unpack(String coding, InputStream in, int layer) throws IOException {
    if (layer > MOST_LAYERS) {
      throw new TooLargeException(
          "est compressé plus de " + MOST_LAYERS + " fois",
          "is packed more than " + MOST_LAYERS + " times");
    }
    PushbackInputStream packed = new PushbackInputStream(in, 2);
    return switch (coding) {
      // Some servers say gzip and send the text as it is.
      case "gzip", "x-gzip" -> isGzip(packed) ? new GZIPInputStream(packed, CHUNK) : packed;
      case "deflate" -> deflate(packed);
      default -> throw new IOException("is packed as \"" + coding + "\", which was not asked for");
    };
  }

  /** With the zlib header that the standard asks for or, as many servers send it, without. */
  private static InputStream deflate(PushbackInputStream packed) throws IOException {
    byte[] head = packed.readNBytes(2);
    packed.unread(head);
    boolean zlib =
        head.length == 2
            && (head[0] & 0x0F) == 8
            && (((head[0] & 0xFF) << 8) | (head[1] & 0xFF)) % 31 == 0;
    return new InflaterInputStream(packed, new Inflater(!zlib), CHUNK) {
      @Override
      public void close() throws IOException {
        inf.end();
        super.close();
      }
    };
  }

  private static boolean isGzip(PushbackInputStream in) throws IOException {
    byte[] head = in.readNBytes(2);
    in.unread(head);
    return head.length == 2 && head[0] == 0x1F && head[1] == (byte) 0x8B;
  }

  /** Counts what came over the wire. */
  private static final class Counted extends InputStream {
    private final InputStream in;
    private long count;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int off, int len) throws IOException {
      int read = in.read(bytes, off, len);
      count += Math.max(0, read);
      return read;
    }
  }
}
