package ouidire.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a feed: byte order mark, then what HTTP says, then what the XML declaration says, then
 * UTF-8; the first under which every byte has a meaning. When none fits, UTF-8 with each stray byte
 * read as windows-1252, the commonest mislabelling.
 */
final class FeedCharset {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset EBCDIC = Charset.forName("IBM037");
  private static final Pattern HTTP_CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml\\b[^>]{0,200}?\\bencoding\\s*=\\s*[\"']\\s*([^\"'\\s]{1,60})");
  private static final int HEAD = 400;

  /** What labels mean in practice: the larger set that the label's users write. */
  private static final Map<String, String> IN_PRACTICE =
      Map.ofEntries(
          Map.entry("iso88591", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("l1", "windows-1252"),
          Map.entry("8859", "windows-1252"),
          Map.entry("usascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso88599", "windows-1254"),
          Map.entry("tis620", "x-windows-874"),
          Map.entry("iso885911", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("chinese", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("euckr", "x-windows-949"),
          Map.entry("ksc56011987", "x-windows-949"),
          Map.entry("ksc5601", "x-windows-949"),
          Map.entry("korean", "x-windows-949"),
          Map.entry("shiftjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("u8", "UTF-8"),
          Map.entry("unicode11utf8", "UTF-8"),
          Map.entry("utf", "UTF-8"),
          Map.entry("u16", "UTF-16"),
          Map.entry("ucs2", "UTF-16"),
          Map.entry("iso10646ucs2", "UTF-16"),
          Map.entry("iso10646ucs4", "UTF-32"),
          Map.entry("ucs4", "UTF-32"),
          Map.entry("maccyrillic", "x-MacCyrillic"),
          Map.entry("macgreek", "x-MacGreek"),
          Map.entry("maciceland", "x-MacIceland"),
          Map.entry("macturkish", "x-MacTurkish"),
          Map.entry("maccentraleurope", "x-MacCentralEurope"),
          Map.entry("maclatin2", "x-MacCentralEurope"),
          Map.entry("macroman", "x-MacRoman"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("roman8", "hp-roman8"),
          Map.entry("r8", "hp-roman8"));

  private FeedCharset() {}

  static String decode(byte[] bytes, @Nullable String contentType) {
    ByteOrder order = ByteOrder.of(bytes);
    if (order != null && order.marked() > 0) {
      byte[] unmarked = Arrays.copyOfRange(bytes, order.marked(), bytes.length);
      return order.charset().equals(UTF_8)
          ? utf8WithStrays(unmarked)
          : new String(unmarked, order.charset());
    }
    for (Charset candidate : candidates(bytes, contentType, order)) {
      Optional<String> decoded = strict(bytes, 0, candidate);
      if (decoded.isPresent()) {
        return decoded.get();
      }
    }
    return order != null ? new String(bytes, order.charset()) : utf8WithStrays(bytes);
  }

  private static List<Charset> candidates(
      byte[] bytes, @Nullable String contentType, @Nullable ByteOrder order) {
    List<Charset> candidates = new ArrayList<>();
    if (contentType != null) {
      named(HTTP_CHARSET.matcher(contentType)).ifPresent(candidates::add);
    }
    Charset headIn = order == null ? ISO_8859_1 : order.charset();
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), headIn);
    named(DECLARED.matcher(head)).ifPresent(candidates::add);
    candidates.add(UTF_8);
    boolean wide = order != null;
    // A label cannot be true when the declaration itself is not legible under it.
    candidates.removeIf(
        c -> order != null && order.charset().equals(EBCDIC) ? !isEbcdic(c) : isWide(c) != wide);
    if (order != null) {
      candidates.removeIf(c -> c.equals(UTF_8));
      candidates.add(isWide(order.charset()) ? 0 : candidates.size(), order.charset());
    }
    // UTF-8 is hardly ever legible by chance: where it is and the label is of one byte, it is
    // meant.
    if (!wide && hasHighBytes(bytes) && candidates.getFirst().equals(WINDOWS_1252)) {
      candidates.addFirst(UTF_8);
    }
    return candidates;
  }

  private static boolean hasHighBytes(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static boolean isEbcdic(Charset charset) {
    return charset.canEncode() && "<".getBytes(charset)[0] == 0x4C;
  }

  private static Optional<Charset> named(Matcher label) {
    return label.find() ? find(label.group(1)) : Optional.empty();
  }

  static Optional<Charset> find(String label) {
    String bare = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String known = IN_PRACTICE.get(bare.startsWith("cs") ? bare.substring(2) : bare);
    for (String name :
        new String[] {
          known == null ? label : known,
          label.replace('_', '-'),
          "windows-" + bare.replaceFirst("^(cp|windows)", ""),
          "IBM" + bare.replaceFirst("^(cp|ibm)", ""),
          "x-" + label
        }) {
      try {
        if (Charset.isSupported(name)) {
          return Optional.of(Charset.forName(name));
        }
      } catch (IllegalArgumentException e) {
        // A label that no charset can have: the next spelling may be one.
      }
    }
    return Optional.empty();
  }

  private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
    try {
      CharsetDecoder decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
      return Optional.of(decoder.decode(in).toString());
    } catch (CharacterCodingException e) {
      // windows-1252 leaves five bytes without meaning; they are no reason to drop the label.
      return charset.equals(WINDOWS_1252)
          ? Optional.of(new String(bytes, from, bytes.length - from, charset))
          : Optional.empty();
    }
  }

  private static String utf8WithStrays(byte[] bytes) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length() && in.hasRemaining(); i++) {
        out.put(new String(new byte[] {in.get()}, WINDOWS_1252));
      }
      decoder.reset();
    }
  }

  /** An encoding told by its first bytes: a mark of that many bytes, or the look of {@code <}. */
  private record ByteOrder(Charset charset, int marked) {
    static @Nullable ByteOrder of(byte[] b) {
      if (b.length < 4) {
        return null;
      }
      int first = (b[0] & 0xFF) << 24 | (b[1] & 0xFF) << 16 | (b[2] & 0xFF) << 8 | b[3] & 0xFF;
      if (first >>> 8 == 0xEFBBBF) {
        return new ByteOrder(UTF_8, 3);
      }
      return switch (first) {
        case 0x0000FEFF -> new ByteOrder(UTF_32BE, 4);
        case 0xFFFE0000 -> new ByteOrder(UTF_32LE, 4);
        case 0x0000003C -> new ByteOrder(UTF_32BE, 0);
        case 0x3C000000 -> new ByteOrder(UTF_32LE, 0);
        case 0x4C6FA794 -> new ByteOrder(EBCDIC, 0);
        default -> sixteen(first);
      };
    }

    private static @Nullable ByteOrder sixteen(int first) {
      return switch (first >>> 16) {
        case 0xFEFF -> new ByteOrder(UTF_16BE, 2);
        case 0xFFFE -> new ByteOrder(UTF_16LE, 2);
        case 0x003C -> new ByteOrder(UTF_16BE, 0);
        case 0x3C00 -> new ByteOrder(UTF_16LE, 0);
        default -> null;
      };
    }
  }
}
