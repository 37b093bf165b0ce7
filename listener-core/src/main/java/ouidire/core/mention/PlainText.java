package ouidire.core.mention;

import org.jspecify.annotations.Nullable;

/**
 * Texts without the characters that say nothing and do something: control characters (NUL, escape
 * and the rest of C0 and C1, but tab and line ends), which steer terminals and break other people's
 * readers, and the bidirectional overrides, embeddings and isolates (Unicode 15, UAX #9: U+202A to
 * U+202E, U+2066 to U+2069), by which one text disorders another's line. They are taken out; those
 * that are blanks (vertical tab, form feed, next line) become one. The marks of direction that only
 * colour their own place (U+200E, U+200F, U+061C) stay.
 */
public final class PlainText {
  private PlainText() {}

  /** The text without them; the same when it has none. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isTakenOut(text.charAt(i))) {
        return without(text, i);
      }
    }
    return text;
  }

  /** As {@link #of}; null for what was nothing else. */
  static @Nullable String orNull(@Nullable String text) {
    String plain = text == null ? null : of(text);
    return plain != null && plain.isEmpty() && !plain.equals(text) ? null : plain;
  }

  private static String without(String text, int first) {
    StringBuilder plain = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isTakenOut(c)) {
        plain.append(c);
      } else if (c == '\u000b' || c == '\f' || c == '\u0085') {
        plain.append(' ');
      }
    }
    return plain.toString();
  }

  private static boolean isTakenOut(char c) {
    if (c < 0x20) {
      return c != '\t' && c != '\n' && c != '\r';
    }
    return c >= 0x7f && c <= 0x9f
        || c >= '\u202a' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069';
  }
}
