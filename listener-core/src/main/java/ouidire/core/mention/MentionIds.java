package ouidire.core.mention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Deterministic ids: the same item collected twice, by any path, has the same id. First 128 bits of
 * SHA-256 (FIPS 180-4) over length-prefixed parts, as 32 hexadecimal digits.
 */
public final class MentionIds {
  private MentionIds() {}

  /**
   * The id of an item that its source names: {@code nativeId} is the source's own id or, without
   * one, the item's address.
   */
  public static String ofNative(String sourceKind, String nativeId) {
    return digest("native", sourceKind, nativeId);
  }

  /** The id of an item that its source does not name: from who said what and when. */
  public static String ofContent(
      SourceRef source, @Nullable String author, Instant publishedAt, String text) {
    return digest(
        "content",
        source.kind(),
        source.name(),
        author == null ? "" : author,
        publishedAt.toString(),
        text);
  }

  private static String digest(String... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        sha.update(
            new byte[] {
              (byte) (bytes.length >>> 24),
              (byte) (bytes.length >>> 16),
              (byte) (bytes.length >>> 8),
              (byte) bytes.length
            });
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
