package ouidire.ingest.feed;

import java.util.Optional;

/**
 * Months by name, in lower case and without accents: English, French, Spanish, Portuguese, Italian,
 * German, Dutch, Scandinavian, Polish, Hungarian, Russian, Greek. A name counts from its first
 * letters on, as far as they tell it from the others.
 */
final class MonthNames {
  private static final String[][] STEMS = {
    {"jan", "gen", "ene", "sty", "ян", "ιαν", "janv"},
    {"feb", "fev", "fevr", "lut", "фев", "φεβ", "vel"},
    {"mar", "maar", "mrt", "marz", "мар", "μαρ", "μαρτ"},
    {"apr", "avr", "abr", "kwi", "апр", "απρ"},
    {"may", "mai", "mag", "mei", "maj", "май", "мая", "μαι", "μαϊ", "маи"},
    {"jun", "juin", "giu", "cze", "июн", "ιουν", "juni"},
    {"jul", "juil", "lug", "lip", "июл", "ιουλ"},
    {"aug", "aou", "ago", "sie", "авг", "αυγ", "aoû"},
    {"sep", "set", "wrz", "szep", "сен", "σεπ"},
    {"oct", "okt", "out", "ott", "paz", "окт", "οκτ"},
    {"nov", "lis", "ноя", "νοε", "νοέ"},
    {"dec", "dez", "dic", "gru", "дек", "δεκ", "des"},
  };

  private MonthNames() {}

  /** 1 to 12. */
  static Optional<Integer> number(String name) {
    int best = 0;
    int longest = 0;
    for (int month = 0; month < STEMS.length; month++) {
      for (String stem : STEMS[month]) {
        if (name.startsWith(stem) && stem.length() > longest) {
          longest = stem.length();
          best = month + 1;
        }
      }
    }
    return best == 0 ? Optional.empty() : Optional.of(best);
  }
}
