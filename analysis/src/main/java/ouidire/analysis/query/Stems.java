package ouidire.analysis.query;

/**
 * Brings the inflections of a French word together, accents already folded: plural, feminine, and
 * the regular endings of verbs. It takes off one ending, the longest that leaves enough of the
 * word; so a word always begins as its stem does, but for the last letter.
 *
 * <p>{@code boycott, boycotter, boycottées, boycotterait, boycottage} are one; {@code cheval} and
 * {@code chevaux} are one. Irregular verbs are not brought together.
 */
public final class Stems {
  /** Letters that must be left. */
  private static final int LEAST = 4;

  /** Longest first. */
  private static final String[] ENDINGS = {
    "issements",
    "issaient",
    "issantes",
    "issement",
    "eraient",
    "iraient",
    "issante",
    "issants",
    "issions",
    "ateurs",
    "ations",
    "ements",
    "issant",
    "issent",
    "issons",
    "ables",
    "aient",
    "antes",
    "ateur",
    "ation",
    "ement",
    "entes",
    "erais",
    "erait",
    "eriez",
    "erons",
    "eront",
    "euses",
    "irais",
    "irait",
    "irons",
    "iront",
    "issez",
    "trice",
    "able",
    "ages",
    "ante",
    "ants",
    "ente",
    "ents",
    "erai",
    "eras",
    "erez",
    "euse",
    "ions",
    "irai",
    "iras",
    "irez",
    "ives",
    "age",
    "ais",
    "ait",
    "ant",
    "ees",
    "ent",
    "era",
    "eux",
    "ies",
    "iez",
    "ion",
    "ira",
    "ive",
    "ons",
    "ee",
    "er",
    "es",
    "ez",
    "ie",
    "if",
    "ir",
    "is",
    "it",
    "on",
    "e",
    "i",
    "s",
    "x"
  };

  private Stems() {}

  /** The stem of a folded word; at least as long as {@link #LEAST} where the word is. */
  public static String of(CharSequence word) {
    int length = word.length();
    if (length > LEAST && endsWith(word, "aux")) {
      boolean eau = length > 4 && word.charAt(length - 4) == 'e';
      return eau
          ? word.subSequence(0, length - 1).toString()
          : word.subSequence(0, length - 2) + "l";
    }
    for (String ending : ENDINGS) {
      int left = length - ending.length();
      if (left >= LEAST && endsWith(word, ending)) {
        length = left;
        break;
      }
    }
    if (length > LEAST && word.charAt(length - 1) == word.charAt(length - 2)) {
      length--;
    }
    return word.subSequence(0, length).toString();
  }

  /** What every word of a stem begins with. */
  public static String prefix(String stem) {
    return stem.isEmpty() ? stem : stem.substring(0, stem.length() - 1);
  }

  private static boolean endsWith(CharSequence word, String ending) {
    int from = word.length() - ending.length();
    if (from < 0) {
      return false;
    }
    for (int i = 0; i < ending.length(); i++) {
      if (word.charAt(from + i) != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
