package ouidire.api.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One file as it is sent: its bytes, the same compressed once and for all, and its hash. */
public final class SiteFile {
  private final String type;
  private final byte[] bytes;
  private final byte @Nullable [] gzip;
  private final String hash;

  SiteFile(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
    byte[] smaller = compressible(type) ? gzip(bytes) : bytes;
    this.gzip = smaller.length < bytes.length ? smaller : null;
    this.hash = hash(bytes);
  }

  public String type() {
    return type;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Null when it would not be smaller. */
  public byte @Nullable [] gzip() {
    return gzip;
  }

  /** First 64 bits of the content's SHA-256, 16 hexadecimal digits. */
  public String hash() {
    return hash;
  }

  private static boolean compressible(String type) {
    return type.startsWith("text/") || type.contains("json") || type.contains("svg");
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
