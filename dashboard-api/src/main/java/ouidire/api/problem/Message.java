package ouidire.api.problem;

import java.util.List;

/**
 * Words to be said in the reader's language.
 *
 * @param key of the message files
 * @param parts what goes into {@code {0}}, {@code {1}}...: messages themselves, or said as they are
 */
public record Message(String key, List<Object> parts) {
  /** Values of callers are cut to this many characters when said back. */
  private static final int MAX_VALUE = 120;

  public Message {
    parts = List.copyOf(parts);
  }

  public static Message of(String key, Object... parts) {
    return new Message(key, List.of(parts));
  }

  /** A caller's value, short enough to be said back. */
  public static String shortened(String value) {
    return value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "…";
  }
}
