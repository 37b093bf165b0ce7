package ouidire.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which encoding a text is in, by its first bytes: byte order mark, else the zero bytes of UTF-16,
 * else UTF-8 unless most of what is beyond ASCII breaks it and reads as French in a one-byte
 * encoding.
 */
final class Encodings {
  private static final String LETTERS = "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ";
  private static final String MARKS = "«»’“”…–€";

  /** So few bytes tell the usual one-byte encoding from UTF-8, and no other. */
  private static final int FEW = 3;

  private static final Charset USUAL = Charset.forName("windows-1252");
  private static final List<String> ONE_BYTE =
      List.of("windows-1252", "x-MacRoman", "IBM850", "ISO-8859-15");

  private Encodings() {}

  static Charset find(byte[] head) {
    if (startsWith(head, 0xff, 0xfe)) {
      return UTF_16LE;
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return UTF_16BE;
    }
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return UTF_8;
    }
    Charset wide = withoutMark(head);
    if (wide != null) {
      return wide;
    }
    return eightBits(head);
  }

  /** Length of the byte order mark that the text begins with. */
  static int markLength(byte[] head, Charset charset) {
    if (charset.equals(UTF_8)) {
      return startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
    }
    boolean marked =
        charset.equals(UTF_16LE) && startsWith(head, 0xff, 0xfe)
            || charset.equals(UTF_16BE) && startsWith(head, 0xfe, 0xff);
    return marked ? 2 : 0;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without a mark: of western text, every second byte is zero. */
  private static @Nullable Charset withoutMark(byte[] head) {
    int pairs = Math.min(head.length, 4096) / 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs; i++) {
      even += head[2 * i] == 0 ? 1 : 0;
      odd += head[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs >= 8 && odd > pairs * 0.7 && even < pairs * 0.1) {
      return UTF_16LE;
    }
    return pairs >= 8 && even > pairs * 0.7 && odd < pairs * 0.1 ? UTF_16BE : null;
  }

  /**
   * UTF-8 as soon as there are more whole sequences of it than broken ones; without any, unless
   * what breaks it reads as French in a one-byte encoding. A few strange bytes are the fault of
   * their rows and not of the file.
   */
  private static Charset eightBits(byte[] head) {
    int good = 0;
    int bad = 0;
    int i = 0;
    while (i < head.length) {
      if (head[i] >= 0) {
        i++;
        continue;
      }
      int length = Utf8.sequence(head, i, head.length);
      if (length > 0) {
        good++;
        i += length;
      } else {
        // A sequence cut by the end of the sample says nothing.
        bad += head.length - i < 4 ? 0 : 1;
        i++;
      }
    }
    return good >= bad ? UTF_8 : oneByte(head);
  }

  private static Charset oneByte(byte[] head) {
    Charset best = UTF_8;
    int most = 0;
    int all = 0;
    for (byte b : head) {
      all += b < 0 ? 1 : 0;
    }
    for (String name : ONE_BYTE) {
      if (Charset.isSupported(name)) {
        Charset charset = Charset.forName(name);
        int french = french(head, charset);
        // Another than the first must explain clearly more: they share many letters.
        if (french > most * 1.2) {
          most = french;
          best = charset;
        }
      }
    }
    return 2 * most > all && (most > FEW || best.equals(USUAL)) ? best : UTF_8;
  }

  /** How many bytes beyond ASCII are French letters within words, or marks that French uses. */
  private static int french(byte[] head, Charset charset) {
    boolean[] letters = among(LETTERS, charset);
    boolean[] marks = among(MARKS, charset);
    int french = 0;
    for (int i = 0; i < head.length; i++) {
      int b = head[i] & 0xff;
      boolean within =
          letters[b]
              && (i > 0 && inWord(head[i - 1], letters)
                  || i + 1 < head.length && inWord(head[i + 1], letters));
      french += within || marks[b] ? 1 : 0;
    }
    return french;
  }

  private static boolean inWord(byte b, boolean[] letters) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || letters[b & 0xff];
  }

  private static boolean[] among(String chars, Charset charset) {
    boolean[] among = new boolean[256];
    for (byte b : chars.getBytes(charset)) {
      among[b & 0xff] |= b < 0;
    }
    return among;
  }
}
