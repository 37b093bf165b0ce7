package ouidire.analysis.tone;

import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.LexiconFile.Kind;

/**
 * What lexicon, rules and style say, as numbers of about the size of one. The first {@link
 * #FROM_HITS} come from polar hits, the next {@link #HIT_CLASSES} count them by class, the rest
 * from style.
 */
final class RuleFeatures {
  static final int FROM_HITS = 12;

  /** Hits stand out of the many n-grams by this factor. */
  static final double STRESS = 2;

  private static final int STRENGTHS = 4;
  private static final int RULES = 4;
  static final int HIT_CLASSES = RULES * 2 * STRENGTHS * 2;
  static final int STYLE = FROM_HITS + HIT_CLASSES;
  static final int LENGTH = STYLE;
  static final int QUESTION = STYLE + 1;
  static final int EXCLAMATION = STYLE + 2;
  static final int ELLIPSIS = STYLE + 3;
  static final int CAPITALS = STYLE + 4;
  static final int EMOJI = STYLE + 5;
  static final int NUMBER = STYLE + 6;
  static final int LINK = STYLE + 7;
  static final int FIRST_PERSON = STYLE + 8;
  static final int SECOND_PERSON = STYLE + 9;
  static final int NEGATIONS = STYLE + 10;
  static final int CAPITALISED = STYLE + 11;
  static final int CONTRAST = STYLE + 12;
  static final int HANDLE = STYLE + 13;
  static final int STRETCHED = STYLE + 14;
  static final int CUES = STYLE + 15;

  /** The readings of hits again in public talk: texts with a link, a hashtag or a handle. */
  static final int PUBLIC = CUES + Kind.values().length - Kind.RUMOUR.ordinal();

  static final int PUBLIC_TALK = PUBLIC + FROM_HITS;

  /** The sum of the hits in public talk, in [-1, 1]. */
  static final int PUBLIC_SUM = PUBLIC_TALK + 1;

  static final int COUNT = PUBLIC_SUM + 1;

  private RuleFeatures() {}

  static double[] of(ToneReading reading, int from, int to) {
    double[] values = new double[COUNT];
    double sum = hits(reading, from, to, values);
    style(reading, from, to, values);
    if (isPublicTalk(reading.tokens)) {
      System.arraycopy(values, 0, values, PUBLIC, FROM_HITS);
      values[PUBLIC_TALK] = 1;
      values[PUBLIC_SUM] = Math.tanh(sum);
    }
    return values;
  }

  private static boolean isPublicTalk(ToneTokens tokens) {
    for (int i = 0; i < tokens.size; i++) {
      byte kind = tokens.kind[i];
      if (kind == ToneTokens.LINK || kind == ToneTokens.HANDLE || tokens.inHashtag(i)) {
        return true;
      }
    }
    return false;
  }

  private static double hits(ToneReading reading, int from, int to, double[] values) {
    double positive = 0;
    double negative = 0;
    double mostPositive = 0;
    double mostNegative = 0;
    double first = 0;
    double last = 0;
    for (ToneReading.Hit hit : reading.hits) {
      if (hit.from < from || hit.to > to) {
        continue;
      }
      if (first == 0) {
        first = hit.value;
      }
      last = hit.value;
      if (hit.value > 0) {
        positive += hit.value;
        mostPositive = Math.max(mostPositive, hit.value);
      } else {
        negative -= hit.value;
        mostNegative = Math.max(mostNegative, -hit.value);
      }
      values[hitClass(hit)] += 0.5 * STRESS;
    }
    double sum = positive - negative;
    values[0] = Math.tanh(positive / 4);
    values[1] = Math.tanh(negative / 4);
    values[2] = sum / Math.sqrt(sum * sum + 8);
    values[3] = Math.min(1.5, mostPositive / 4);
    values[4] = Math.min(1.5, mostNegative / 4);
    values[5] = positive == 0 ? 1 : 0;
    values[6] = negative == 0 ? 1 : 0;
    values[7] = first == 0 ? 1 : 0;
    values[8] = Math.tanh(first / 2);
    values[9] = Math.tanh(last / 2);
    double length = 1 + (to - from) / 5.0;
    values[10] = Math.tanh(positive / length);
    values[11] = Math.tanh(negative / length);
    for (int i = 0; i < FROM_HITS; i++) {
      values[i] *= STRESS;
    }
    return sum;
  }

  /** The counter of a hit: its rule, sign after the rules, written strength, and negation. */
  static int hitClass(ToneReading.Hit hit) {
    int rule =
        switch (hit.entry.kind()) {
          case IDIOM -> 1;
          case FACT -> 2;
          case EMOJI -> 3;
          default -> 0;
        };
    int strength = Math.min(STRENGTHS - 1, (int) Math.abs(hit.entry.strength()));
    int sign = hit.value > 0 ? 1 : 0;
    int negated = hit.negator >= 0 ? 1 : 0;
    return FROM_HITS + ((rule * 2 + sign) * STRENGTHS + strength) * 2 + negated;
  }

  private static void style(ToneReading reading, int from, int to, double[] values) {
    ToneTokens tokens = reading.tokens;
    int negations = 0;
    int capitalised = 0;
    for (int i = from; i < to; i++) {
      int feature = styleOf(tokens, i);
      if (feature >= 0) {
        values[feature] = 1;
      }
      if (tokens.capitalised(i)) {
        capitalised++;
      }
      Kind modifier = reading.modifierKind(i);
      if (modifier == Kind.NEGATION) {
        negations++;
      } else if (modifier == Kind.CONTRAST) {
        values[CONTRAST] = 1;
      } else if (cue(modifier) >= 0) {
        values[cue(modifier)] = 1;
      }
    }
    int count = to - from;
    values[LENGTH] = Math.log(count + 1.0) / 4;
    values[NEGATIONS] = Math.min(3, negations) / 3.0;
    values[CAPITALISED] = capitalised / Math.max(1.0, count);
  }

  /** The feature of a word that tells of a kind of remark, or -1. */
  static int cue(@Nullable Kind modifier) {
    return modifier == null || modifier.compareTo(Kind.RUMOUR) < 0
        ? -1
        : CUES + modifier.ordinal() - Kind.RUMOUR.ordinal();
  }

  /** The style feature that a token switches on, or -1. */
  static int styleOf(ToneTokens tokens, int token) {
    return switch (tokens.kind[token]) {
      case ToneTokens.EMOJI -> EMOJI;
      case ToneTokens.NUMBER -> NUMBER;
      case ToneTokens.LINK -> LINK;
      case ToneTokens.HANDLE -> HANDLE;
      case ToneTokens.PUNCTUATION -> {
        String form = tokens.form[token];
        if (form.indexOf('?') >= 0) {
          yield QUESTION;
        }
        if (form.indexOf('!') >= 0) {
          yield EXCLAMATION;
        }
        yield form.startsWith("..") || form.equals("…") ? ELLIPSIS : -1;
      }
      default -> wordStyle(tokens, token);
    };
  }

  private static int wordStyle(ToneTokens tokens, int token) {
    if (tokens.inCapitals(token)) {
      return CAPITALS;
    }
    if (tokens.stretched(token)) {
      return STRETCHED;
    }
    return switch (tokens.form[token]) {
      case "j'", "je", "me", "m'", "moi", "mon", "ma", "mes", "chu", "moé", "jsuis" -> FIRST_PERSON;
      case "vous", "votre", "vos", "tu", "ton", "tes" -> SECOND_PERSON;
      default -> -1;
    };
  }
}
