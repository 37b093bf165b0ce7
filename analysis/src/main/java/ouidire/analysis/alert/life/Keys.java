package ouidire.analysis.alert.life;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Names incidents: the same event has the same name at every replay. */
final class Keys {
  /** As PagerDuty allows. */
  private static final int LONGEST = 255;

  private static final long WINDOW = 300;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Keys() {}

  /** {@code ouidire:<workspace>:<rule>:<brand>:<window>}, the window five minutes long. */
  static String key(String workspace, String rule, String brand, Instant at) {
    Instant window = Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), WINDOW) * WINDOW);
    return fit("ouidire:" + workspace + ":" + rule + ":" + brand + ":" + MINUTE.format(window));
  }

  /** For the second incident that begins within one window. */
  static String finer(String workspace, String rule, String brand, Instant at) {
    return fit("ouidire:" + workspace + ":" + rule + ":" + brand + ":" + SECOND.format(at));
  }

  /** Short, for addresses. */
  static String id(String key) {
    return digest(key).substring(0, 16);
  }

  private static String fit(String key) {
    return key.length() <= LONGEST ? key : "ouidire:" + digest(key);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
