package ouidire.core.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Values that stand above the file: options of the command line by knob, then variables of the
 * environment by their names.
 */
final class Overlay {
  private final Map<String, String> options;
  private final Map<String, String> environment;

  Overlay(Map<String, String> options, Map<String, String> environment) {
    this.options = new HashMap<>(options);
    this.environment = Map.copyOf(environment);
  }

  /** A value and where it stands. */
  record Given(String value, String where) {}

  Optional<Given> value(String path) {
    String option = options.get(path);
    if (option != null) {
      return Optional.of(new Given(option, "--" + path.substring(path.lastIndexOf('.') + 1)));
    }
    String variable = variable(path);
    String value = environment.get(variable);
    return value == null ? Optional.empty() : Optional.of(new Given(value, variable));
  }

  /** {@code fetch.allowPrivate} is {@code OUIDIRE_FETCH_ALLOW_PRIVATE}. */
  static String variable(String path) {
    StringBuilder name = new StringBuilder("OUIDIRE_");
    for (char c : path.toCharArray()) {
      if (c == '.') {
        name.append('_');
      } else {
        if (Character.isUpperCase(c)) {
          name.append('_');
        }
        name.append(c);
      }
    }
    return name.toString().toUpperCase(Locale.ROOT);
  }
}
