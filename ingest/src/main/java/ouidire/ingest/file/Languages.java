package ouidire.ingest.file;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Languages as people's tools write them. */
final class Languages {
  private static final Map<String, String> BY_NAME = byName();

  private Languages() {}

  /** BCP 47 of {@code fr, fr_CA, FRA, French, français...}; null when it cannot be told. */
  static @Nullable String code(@Nullable String cell) {
    if (cell == null || cell.isBlank() || cell.length() > 40) {
      return null;
    }
    String known = BY_NAME.get(ColumnMapping.folded(cell));
    if (known != null) {
      return known;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(cell.strip().replace('_', '-')).build();
      String language = BY_NAME.getOrDefault(locale.getLanguage(), locale.getLanguage());
      boolean plausible = language.length() == 2 || language.length() == 3;
      if (!plausible || language.equals("und")) {
        return null;
      }
      return locale.getCountry().isEmpty() ? language : language + "-" + locale.getCountry();
    } catch (IllformedLocaleException e) {
      return null;
    }
  }

  /** {@code fr-CA} of a language and the country code {@code CA}; other places as they stand. */
  static @Nullable String region(@Nullable String language, @Nullable String cell) {
    if (cell == null || cell.length() != 2 || !cell.equals(cell.toUpperCase(Locale.ROOT))) {
      return cell == null || cell.length() > 100 ? null : cell;
    }
    String first = language == null ? "und" : language.replaceFirst("-.*", "");
    return first + "-" + cell;
  }

  private static Map<String, String> byName() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      if (code.length() == 2) {
        Locale language = Locale.of(code);
        codes.put(ColumnMapping.folded(language.getDisplayLanguage(Locale.ENGLISH)), code);
        codes.put(ColumnMapping.folded(language.getDisplayLanguage(Locale.FRENCH)), code);
        codes.put(language.getISO3Language(), code);
      }
    }
    codes.put("fre", "fr");
    codes.put("ger", "de");
    codes.put("dut", "nl");
    return Map.copyOf(codes);
  }
}
