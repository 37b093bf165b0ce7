package ouidire.core.config;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something wrong with the configuration.
 *
 * @param key the knob, {@code http.port}; empty for the file as a whole
 * @param where where it stands: file and line, variable or option
 * @param code which message, in {@code messages.properties}
 * @param details what the message says after {@code key} and {@code where}
 */
public record Problem(String key, String where, String code, List<String> details) {
  private static final ResourceBundle.Control ROOT_WHEN_UNKNOWN =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public Problem {
    details = List.copyOf(details);
  }

  static Problem of(String key, String where, String code, String... details) {
    return new Problem(key, where, code, List.of(details));
  }

  /** The problem and its remedy, one line. */
  public String text(Locale locale) {
    ResourceBundle words =
        ResourceBundle.getBundle("ouidire.core.config.messages", locale, ROOT_WHEN_UNKNOWN);
    Object[] arguments = new Object[2 + details.size()];
    arguments[0] = key;
    arguments[1] = where;
    for (int i = 0; i < details.size(); i++) {
      arguments[i + 2] = details.get(i);
    }
    return new MessageFormat(words.getString(code), locale).format(arguments);
  }
}
