package ouidire.analysis.tone;

import java.util.Set;
import ouidire.analysis.tone.LexiconFile.Kind;
import ouidire.analysis.tone.ToneReading.Hit;

/**
 * Which word denies a polar word or idiom: a negation within its clause, before it or shortly after
 * it, or one that denies the opinion it hangs on.
 */
final class Negation {
  private static final int REACH = 5;
  private static final int REACH_AFTER = 3;
  private static final int OPINION_REACH = 9;
  private static final Set<String> OPINIONS =
      Set.of(
          "pense",
          "penses",
          "pensons",
          "crois",
          "croit",
          "croyons",
          "trouve",
          "trouves",
          "trouvons",
          "dirais",
          "dirait",
          "dis",
          "dit",
          "estime",
          "juge",
          "semble",
          "parait",
          "sur",
          "sure",
          "certain",
          "certaine",
          "convaincu",
          "convaincue");

  private final ToneReading reading;
  private final ToneTokens tokens;

  private Negation(ToneReading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  /** The token that denies a hit, -1 when none does. */
  static int of(ToneReading reading, Hit hit) {
    return hit.entry.kind() == Kind.EMOJI ? -1 : new Negation(reading).negator(hit);
  }

  private int negator(Hit hit) {
    int negator = before(hit.from);
    if (negator < 0) {
      negator =
          switch (hit.entry.kind()) {
            case VERB, WORD -> after(hit.to, REACH_AFTER);
            case IDIOM -> hit.entry.strength() > 0 ? after(hit.to, 1) : -1;
            default -> -1;
          };
    }
    return negator < 0 ? deniedOpinion(hit.from) : negator;
  }

  private int before(int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
      if (reading.endsClause(i)) {
        return -1;
      }
      if (negates(i)) {
        return i;
      }
    }
    return -1;
  }

  private int after(int to, int reach) {
    for (int i = to; i < Math.min(tokens.size, to + reach); i++) {
      if (reading.endsClause(i)) {
        return -1;
      }
      if (negates(i)
          && !tokens.is(i, "sans")
          && !tokens.is(i, "aucun")
          && !tokens.is(i, "aucune")) {
        return i;
      }
    }
    return -1;
  }

  /**
   * {@code je ne pense pas que ce soit...}: the negation of an opinion reaches what it is about.
   */
  private int deniedOpinion(int from) {
    for (int i = from - 1; i >= Math.max(2, from - OPINION_REACH); i--) {
      if (tokens.kind[i] == ToneTokens.PUNCTUATION && !tokens.is(i, "\"")) {
        return -1;
      }
      boolean that = tokens.is(i, "que") || tokens.is(i, "qu'");
      if (that && isNegation(i - 1) && OPINIONS.contains(tokens.plain[i - 2])) {
        return i - 1;
      }
    }
    return -1;
  }

  private boolean isNegation(int token) {
    return reading.modifierKind(token) == Kind.NEGATION;
  }

  /** {@code plus} negates only with {@code ne}; {@code pas que, pas seulement} do not. */
  private boolean negates(int token) {
    if (!isNegation(token)) {
      return false;
    }
    if (tokens.is(token, "plus")) {
      for (int i = token - 1; i >= Math.max(0, token - 4); i--) {
        if (tokens.is(i, "ne") || tokens.is(i, "n'")) {
          return true;
        }
      }
      return false;
    }
    return !tokens.is(token + 1, "que")
        && !tokens.is(token + 1, "seulement")
        && !tokens.is(token + 1, "juste");
  }
}
