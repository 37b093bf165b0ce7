package ouidire.core.alert;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ouidire.core.words.Wording;

/** What documents must hold to; each refusal names key, value and remedy. */
final class Checks {
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

  private Checks() {}

  static InvalidDocumentException wrong(
      String key, @Nullable Object value, String french, String english) {
    return new InvalidDocumentException(
        key, value == null ? "" : value.toString(), new Wording(french, english));
  }

  static String id(String key, @Nullable String value) {
    if (value == null || !ID.matcher(value).matches()) {
      throw wrong(
          key,
          value,
          "donnez 1 à 64 minuscules sans accent, chiffres et traits d’union, sans trait d’union au bout",
          "give 1 to 64 lower-case letters, digits and hyphens, no hyphen at either end");
    }
    return value;
  }

  static String word(String key, String value) {
    if (!WORD.matcher(value).matches()) {
      throw wrong(
          key,
          value,
          "donnez un mot d’au plus 32 minuscules sans accent",
          "give a word of at most 32 lower-case letters");
    }
    return value;
  }

  static String text(String key, @Nullable String value, int most) {
    if (value == null || value.isBlank() || value.length() > most) {
      throw wrong(
          key, value, "donnez 1 à " + most + " caractères", "give 1 to " + most + " characters");
    }
    return value;
  }

  /** What cannot be left out. */
  static <T> T given(String key, @Nullable T value) {
    if (value == null) {
      throw wrong(key, null, "manque ; donnez-le", "is missing; give it");
    }
    return value;
  }

  static int number(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong(key, value, "donnez de " + least + " à " + most, "give " + least + " to " + most);
    }
    return value;
  }

  static Duration duration(
      String key, @Nullable Duration value, Duration otherwise, Duration most) {
    if (value == null) {
      return otherwise;
    }
    if (value.isNegative() || value.compareTo(most) > 0) {
      throw wrong(key, value, "donnez de PT0S à " + most, "give PT0S to " + most);
    }
    return value;
  }
}
