package ouidire.analysis.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import ouidire.core.alert.Channel;

/** What mentions and people wrote, made harmless for where it goes. */
final class Texts {
  private Texts() {}

  static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(UTF_8);
  }

  static String required(Channel channel, String key) {
    String value = channel.value(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "channel " + channel.id() + ": " + key + " is missing; give it");
    }
    return value;
  }

  /** At most so many characters, an ellipsis for what is left out; no half of a pair. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  /** One line without control characters, direction marks or runs of white space. */
  static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = !out.isEmpty();
      } else if (type != Character.CONTROL
          && type != Character.FORMAT
          && type != Character.SURROGATE
          && type != Character.PRIVATE_USE) {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  /** Slack reads three characters (api.slack.com, formatting text). */
  static String slack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Markdown as written, and nobody called by an account's name. */
  static String markdown(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\`*_{}[]()#+-!|<>~".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
      if (c == '@') {
        out.append('\u200b');
      }
    }
    return out.toString();
  }
}
