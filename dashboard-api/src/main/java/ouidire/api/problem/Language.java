package ouidire.api.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/** The languages that people are answered in: French first, English. */
public enum Language {
  FR(Locale.FRENCH),
  EN(Locale.ENGLISH);

  private static final List<Locale> KNOWN = List.of(Locale.FRENCH, Locale.ENGLISH);
  private final Locale locale;
  private final Properties messages;

  Language(Locale locale) {
    this.locale = locale;
    this.messages = load("/ouidire/api/messages_" + locale.getLanguage() + ".properties");
  }

  /** The best for an {@code Accept-Language} header; French without one or for others. */
  public static Language of(@Nullable String header) {
    if (header == null || header.length() > 1_000) {
      return FR;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
      return found == null || found.equals(FR.locale) ? FR : EN;
    } catch (IllegalArgumentException e) {
      return FR;
    }
  }

  /** BCP 47. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** The message in this language. */
  public String say(Message message) {
    String text = messages.getProperty(message.key());
    Objects.requireNonNull(text, () -> "no message " + message.key());
    StringBuilder out = new StringBuilder(text.length() + 32);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '{' && at + 2 < text.length() && text.charAt(at + 2) == '}') {
        Object part = message.parts().get(text.charAt(at + 1) - '0');
        out.append(
            switch (part) {
              case Message inner -> say(inner);
              case Wording words -> words.in(locale);
              default -> part.toString();
            });
        at += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Every key there is, for the test that both languages have all. */
  Set<String> keys() {
    return messages.stringPropertyNames();
  }

  /** French typography: a no-break space inside guillemets and before high punctuation. */
  private static String spaced(String text) {
    return text.replace("« ", "«\u00a0")
        .replace(" »", "\u00a0»")
        .replace(" :", "\u00a0:")
        .replace(" ;", "\u202f;");
  }

  private static Properties load(String resource) {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Language.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      Properties loaded = new Properties();
      loaded.load(in);
      if (resource.contains("_fr.")) {
        loaded.replaceAll((key, text) -> spaced((String) text));
      }
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
