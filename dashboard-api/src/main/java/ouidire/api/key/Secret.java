package ouidire.api.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits as text, and their hash. */
final class Secret {
  static final String KEY = "oui_";
  static final String SESSION = "ous_";
  private static final int BYTES = 32;

  /** Kind and 43 characters of base64url without padding. */
  static final int LENGTH = KEY.length() + 43;

  /** Characters kept readable for lookup: 48 of the 256 bits, which leaves 208 to guess. */
  static final int PREFIX = KEY.length() + 8;

  private Secret() {}

  static String random(String kind, SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return kind + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether a text has a secret's form; anything else is refused before hashing. */
  static boolean wellFormed(String text, String kind) {
    return text.length() == LENGTH && text.startsWith(kind);
  }

  static String hash(String secret) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(secret.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Compares two hashes in a time that says nothing of where they differ. */
  static boolean same(String hash, String other) {
    return MessageDigest.isEqual(hash.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }
}
