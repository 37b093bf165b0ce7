package ouidire.analysis.language;

import org.jspecify.annotations.Nullable;

/** Languages that their writing tells. */
final class Scripts {
  private Scripts() {}

  /** The language when most letters are of a script that we can name one for; null for Latin. */
  static @Nullable String languageOf(String text) {
    int latin = 0;
    int cyrillic = 0;
    int ukrainian = 0;
    int arabic = 0;
    int hebrew = 0;
    int greek = 0;
    int han = 0;
    int kana = 0;
    int hangul = 0;
    int thai = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < 0x370) {
        latin += Character.isLetter(letter) ? 1 : 0;
      } else if (letter < 0x400) {
        greek++;
      } else if (letter < 0x530) {
        cyrillic++;
        ukrainian += "іїєґІЇЄҐ".indexOf(letter) >= 0 ? 1 : 0;
      } else if (letter >= 0x590 && letter < 0x600) {
        hebrew++;
      } else if (letter >= 0x600 && letter < 0x700) {
        arabic++;
      } else if (letter >= 0xE00 && letter < 0xE80) {
        thai++;
      } else if (letter >= 0x3040 && letter < 0x3100) {
        kana++;
      } else if (letter >= 0x4E00 && letter < 0xA000) {
        han++;
      } else if (letter >= 0xAC00 && letter < 0xD7B0) {
        hangul++;
      }
    }
    int east = han + kana;
    if (east > 0 && east * 2 >= latin) {
      return kana > 0 ? "ja" : "zh";
    }
    if (hangul > 0 && hangul * 2 >= latin) {
      return "ko";
    }
    if (cyrillic > latin) {
      return ukrainian > 0 ? "uk" : "ru";
    }
    if (arabic > latin) {
      return "ar";
    }
    if (greek > latin) {
      return "el";
    }
    if (hebrew > latin) {
      return "he";
    }
    return thai > latin ? "th" : null;
  }
}
