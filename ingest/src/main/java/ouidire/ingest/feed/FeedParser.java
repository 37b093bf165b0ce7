package ouidire.ingest.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed of any family and in any state. Never throws but to say that there is no feed; what
 * can be read of a broken one is kept, and {@link ParsedFeed#partial} says what could not.
 */
public final class FeedParser {
  /** Longest feed that is looked at, bytes. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  private static final Duration WITHIN = Duration.ofSeconds(20);

  private FeedParser() {}

  /**
   * Parses a document.
   *
   * @param body the bytes as they came
   * @param contentType HTTP's {@code Content-Type}; null when there is none
   * @param address where it came from, which relative addresses are relative to; null when unknown
   * @throws NotAFeedException saying what it is instead and what to give
   */
  public static ParsedFeed parse(
      byte[] body, @Nullable String contentType, @Nullable String address)
      throws NotAFeedException {
    if (body.length > MAX_BYTES) {
      throw new NotAFeedException(
          "a " + body.length + " octets ; un fil en a au plus " + MAX_BYTES,
          "has " + body.length + " bytes; a feed may have " + MAX_BYTES + " at most");
    }
    String document = FeedCharset.decode(body, contentType);
    String base = address == null ? "" : address;
    try {
      return startsLikeJson(document)
          ? JsonFeedReader.read(document, base)
          : XmlFeedReader.read(document, base, WITHIN);
    } catch (RuntimeException | StackOverflowError e) {
      // Strangers write feeds: whatever breaks the reader is the feed's error, not the service's.
      throw new NotAFeedException(
          "est illisible (" + e.getClass().getSimpleName() + ")",
          "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static boolean startsLikeJson(String document) {
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      if (!Character.isWhitespace(c) && c != '\uFEFF') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }
}
