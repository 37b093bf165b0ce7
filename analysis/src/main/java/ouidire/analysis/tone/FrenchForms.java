package ouidire.analysis.tone;

import java.util.LinkedHashSet;
import java.util.Set;

/** The written forms of a French word, from its dictionary form, by the regular rules. */
final class FrenchForms {
  private static final String[] PRESENT_ER = {"e", "es", "ent"};
  private static final String[] OTHER_ER = {
    "er", "ez", "é", "ée", "és", "ées", "iez", "ions", "èrent"
  };
  private static final String[] SOFT_ER = {
    "ons", "ais", "ait", "aient", "ant", "ai", "a", "âmes", "ât"
  };
  private static final String[] FUTURE = {
    "ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient"
  };
  private static final String[] SECOND_GROUP = {
    "ir",
    "is",
    "it",
    "issons",
    "issez",
    "issent",
    "issais",
    "issait",
    "issaient",
    "issant",
    "i",
    "ie",
    "ies",
    "isse",
    "irent"
  };
  private static final String[] THIRD_GROUP = {
    "s", "", "ons", "ez", "ent", "ais", "ait", "aient", "ant", "u", "ue", "us", "ues"
  };
  private static final Set<String> DOUBLING =
      Set.of("jeter", "rejeter", "appeler", "rappeler", "projeter");

  private FrenchForms() {}

  /** Masculine and feminine, singular and plural. */
  static Set<String> adjective(String lemma) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(lemma);
    if (lemma.endsWith("eux")) {
      feminine(forms, cut(lemma, 1) + "se");
    } else if (lemma.endsWith("if")) {
      forms.add(lemma + "s");
      feminine(forms, cut(lemma, 1) + "ve");
    } else if (lemma.endsWith("teur")) {
      forms.add(lemma + "s");
      feminine(forms, cut(lemma, 3) + "rice");
      feminine(forms, cut(lemma, 1) + "se");
    } else if (lemma.endsWith("eur")) {
      forms.add(lemma + "s");
      feminine(forms, cut(lemma, 1) + "se");
    } else if (lemma.endsWith("er")) {
      forms.add(lemma + "s");
      feminine(forms, cut(lemma, 2) + "ère");
    } else if (lemma.endsWith("el")
        || lemma.endsWith("en")
        || lemma.endsWith("on")
        || lemma.endsWith("ul")
        || lemma.endsWith("et")) {
      forms.add(lemma + "s");
      feminine(forms, lemma + lemma.charAt(lemma.length() - 1) + "e");
    } else if (lemma.endsWith("al")) {
      forms.add(cut(lemma, 1) + "ux");
      feminine(forms, lemma + "e");
    } else if (lemma.endsWith("e")) {
      forms.add(lemma + "s");
    } else if (lemma.endsWith("s") || lemma.endsWith("x")) {
      feminine(forms, lemma + "e");
    } else {
      forms.add(lemma + "s");
      feminine(forms, lemma + "e");
    }
    return forms;
  }

  /** Singular and plural. */
  static Set<String> noun(String lemma) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(lemma);
    if (lemma.endsWith("al")) {
      forms.add(cut(lemma, 1) + "ux");
    } else if (lemma.endsWith("eau") || lemma.endsWith("eu")) {
      forms.add(lemma + "x");
    } else if (!lemma.endsWith("s") && !lemma.endsWith("x") && !lemma.endsWith("z")) {
      forms.add(lemma + "s");
    }
    return forms;
  }

  /**
   * The simple tenses and participles of a regular verb in {@code -er}, {@code -ir} or {@code -re}.
   *
   * @throws IllegalArgumentException for another ending: list its forms as words
   */
  static Set<String> verb(String lemma) {
    if (lemma.endsWith("er")) {
      return firstGroup(lemma);
    }
    if (lemma.endsWith("ir")) {
      Set<String> forms = new LinkedHashSet<>();
      String stem = cut(lemma, 2);
      for (String ending : SECOND_GROUP) {
        forms.add(stem + ending);
      }
      for (String ending : FUTURE) {
        forms.add(lemma + ending);
      }
      return forms;
    }
    if (lemma.endsWith("re")) {
      return thirdGroup(lemma);
    }
    throw new IllegalArgumentException(
        "verb " + lemma + " ends neither in -er, -ir nor -re; list its forms as words");
  }

  /** Regular verbs in {@code -re}: perdre, vendre. */
  private static Set<String> thirdGroup(String lemma) {
    Set<String> forms = new LinkedHashSet<>();
    String stem = cut(lemma, 2);
    forms.add(lemma);
    for (String ending : THIRD_GROUP) {
      forms.add(stem + ending);
    }
    for (String ending : FUTURE) {
      forms.add(stem + "r" + ending);
    }
    return forms;
  }

  private static Set<String> firstGroup(String lemma) {
    Set<String> forms = new LinkedHashSet<>();
    String stem = cut(lemma, 2);
    String soft = stem;
    if (stem.endsWith("g")) {
      soft = stem + "e";
    } else if (stem.endsWith("c")) {
      soft = cut(stem, 1) + "ç";
    }
    String open = open(lemma, stem);
    for (String ending : PRESENT_ER) {
      forms.add(open + ending);
    }
    for (String ending : OTHER_ER) {
      forms.add(stem + ending);
    }
    for (String ending : SOFT_ER) {
      forms.add(soft + ending);
    }
    boolean acute = stem.length() > 1 && stem.charAt(stem.length() - 2) == 'é';
    for (String ending : FUTURE) {
      forms.add((acute ? stem : open) + "er" + ending);
    }
    return forms;
  }

  /** The stem before a silent ending: {@code préfér-} opens to {@code préfèr-}. */
  private static String open(String lemma, String stem) {
    int length = stem.length();
    if (DOUBLING.contains(lemma)) {
      return stem + stem.charAt(length - 1);
    }
    if (lemma.endsWith("oyer") || lemma.endsWith("uyer")) {
      return cut(stem, 1) + "i";
    }
    if (length >= 2 && isConsonant(stem.charAt(length - 1))) {
      int vowel = length - 2;
      if (vowel > 0
          && isConsonant(stem.charAt(vowel))
          && "lrnu".indexOf(stem.charAt(length - 1)) >= 0) {
        vowel--;
      }
      char letter = stem.charAt(vowel);
      if (letter == 'é' || (letter == 'e' && vowel == length - 2 && vowel > 0)) {
        return stem.substring(0, vowel) + 'è' + stem.substring(vowel + 1);
      }
    }
    return stem;
  }

  private static boolean isConsonant(char letter) {
    return "aeiouyéèêàâîïôûù".indexOf(letter) < 0;
  }

  private static void feminine(Set<String> forms, String feminine) {
    forms.add(feminine);
    forms.add(feminine + "s");
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
