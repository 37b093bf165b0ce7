package ouidire.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/**
 * Where a command speaks.
 *
 * @param in what is piped in
 * @param out data, UTF-8
 * @param err words for people, UTF-8
 * @param terminal whether a person reads {@code err} as it is written
 * @param locale French or English
 * @param words in that language
 */
record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Locale locale,
    ResourceBundle words) {

  /** The process's own streams, in the language that its environment asks for. */
  static Console system(Map<String, String> environment) {
    return of(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
        "true".equals(environment.get("OUIDIRE_TERMINAL")),
        locale(environment));
  }

  static Console of(
      InputStream in, PrintStream out, PrintStream err, boolean terminal, Locale locale) {
    return new Console(in, out, err, terminal, locale, bundle(locale));
  }

  /** French where the first of LC_ALL, LC_MESSAGES and LANG that is set begins with {@code fr}. */
  static Locale locale(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.get(name);
      if (value != null && !value.isBlank()) {
        return value.startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }

  /** The same streams in the language that the arguments ask for by {@code --lang}. */
  Console asked(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String value =
          arguments[i].startsWith("--lang=")
              ? arguments[i].substring("--lang=".length())
              : arguments[i].equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
      if (!value.isEmpty()) {
        return of(in, out, err, terminal, value.startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH);
      }
    }
    return this;
  }

  /** Words that were found before a reader was known, in the reader's language. */
  String text(Wording words) {
    return words.in(locale);
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "ouidire.deploy.cli.messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A message in the reader's language. */
  String text(String key, @Nullable Object... details) {
    return new MessageFormat(words.getString(key), locale).format(details);
  }

  /** Says something to people, on a line of its own. */
  void say(String key, @Nullable Object... details) {
    err.println(text(key, details));
  }
}
