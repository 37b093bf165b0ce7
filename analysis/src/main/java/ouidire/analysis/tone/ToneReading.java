package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.LexiconFile.Kind;
import ouidire.analysis.tone.ToneLexicon.Entry;
import ouidire.analysis.tone.ToneLexicon.Found;
import ouidire.analysis.tone.ToneLexicon.Meaning;

/**
 * What the lexicon and the rules see in a mention: polar hits in order, each with what changed it.
 */
final class ToneReading {
  private static final int NEGATION_REACH = 5;
  private static final int NEGATION_AFTER = 3;
  private static final int MODIFIER_REACH = 3;
  private static final double NEGATED_POSITIVE = -0.8;
  private static final double NEGATED_NEGATIVE = -0.6;
  private static final double BEFORE_CONTRAST = 0.6;
  private static final double AFTER_CONTRAST = 1.3;
  private static final double SHOUTED = 1.2;

  /** A polar word or idiom, and what the words around it made of it. */
  static final class Hit {
    final int from;
    final int to;
    final Entry entry;
    double value;
    int negator = -1;
    int modifier = -1;
    int contrast = -1;
    int wish = -1;

    Hit(int from, int to, Entry entry) {
      this.from = from;
      this.to = to;
      this.entry = entry;
      this.value = entry.strength();
    }
  }

  final ToneTokens tokens;
  final List<Hit> hits = new ArrayList<>(8);
  int lastContrast = -1;
  private final @Nullable Entry[] modifiers;
  private final ToneLexicon lexicon;

  private ToneReading(ToneTokens tokens, ToneLexicon lexicon) {
    this.tokens = tokens;
    this.lexicon = lexicon;
    this.modifiers = new Entry[tokens.size];
  }

  /** Reads the tokens of a mention. */
  static ToneReading of(ToneTokens tokens, ToneLexicon lexicon) {
    ToneReading reading = new ToneReading(tokens, lexicon);
    reading.find();
    for (Hit hit : reading.hits) {
      reading.apply(hit);
    }
    return reading;
  }

  /** The sum of the hits, squashed into [-1, 1]. */
  double score() {
    double sum = 0;
    for (Hit hit : hits) {
      sum += hit.value;
    }
    return sum / Math.sqrt(sum * sum + 8);
  }

  private void find() {
    for (int i = 0; i < tokens.size; ) {
      Meaning meaning = tokens.word[i].meaning(lexicon);
      Found idiom = ToneLexicon.idiomAt(tokens, i, meaning);
      if (idiom != null) {
        if (idiom.entry().polar()) {
          if (idiom.entry().strength() != 0) {
            hits.add(new Hit(i, idiom.end(), idiom.entry()));
          }
        } else {
          modifiers[i] = idiom.entry();
          noteContrast(i, idiom.entry());
        }
        i = idiom.end();
        continue;
      }
      Entry modifier = meaning.modifier();
      modifiers[i] = modifier;
      if (modifier != null) {
        noteContrast(i, modifier);
      }
      Entry entry = meaning.polar();
      if (entry != null && entry.strength() != 0) {
        hits.add(new Hit(i, i + 1, entry));
      }
      i++;
    }
  }

  private void noteContrast(int token, Entry entry) {
    if (entry.kind() == Kind.CONTRAST) {
      lastContrast = token;
    }
  }

  private void apply(Hit hit) {
    modify(hit);
    negate(hit);
    if (lastContrast > 0 && lastContrast < tokens.size - 1) {
      hit.value *= hit.from > lastContrast ? AFTER_CONTRAST : BEFORE_CONTRAST;
      hit.contrast = lastContrast;
    }
    if (tokens.inCapitals(hit.from) || tokens.stretched(hit.from)) {
      hit.value *= SHOUTED;
    }
  }

  private void modify(Hit hit) {
    for (int i = hit.from - 1; i >= Math.max(0, hit.from - MODIFIER_REACH); i--) {
      if (endsClause(i)) {
        break;
      }
      Entry modifier = modifiers[i];
      if (modifier == null) {
        continue;
      }
      if (modifier.kind() == Kind.INTENSIFIER || modifier.kind() == Kind.DIMINISHER) {
        hit.value *= modifier.strength();
        hit.modifier = i;
      } else if (modifier.kind() == Kind.WISH) {
        hit.value *= modifier.strength();
        hit.wish = i;
      }
    }
  }

  private void negate(Hit hit) {
    if (hit.entry.kind() == Kind.EMOJI) {
      return;
    }
    int negator = negatorBefore(hit.from);
    if (negator < 0 && hit.entry.kind() == Kind.VERB || hit.entry.kind() == Kind.WORD) {
      negator = negator < 0 ? negatorAfter(hit.to) : negator;
    }
    if (negator >= 0) {
      hit.negator = negator;
      hit.value *= hit.value > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE;
    }
  }

  private int negatorBefore(int from) {
    for (int i = from - 1; i >= Math.max(0, from - NEGATION_REACH); i--) {
      if (endsClause(i)) {
        return -1;
      }
      if (negates(i)) {
        return i;
      }
    }
    return -1;
  }

  private int negatorAfter(int to) {
    for (int i = to; i < Math.min(tokens.size, to + NEGATION_AFTER); i++) {
      if (endsClause(i)) {
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

  /** {@code plus} negates only with {@code ne}; {@code pas que, pas seulement} do not. */
  private boolean negates(int token) {
    Entry modifier = modifiers[token];
    if (modifier == null || modifier.kind() != Kind.NEGATION) {
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

  /** What the token does to its neighbours; null when nothing. */
  @Nullable Kind modifierKind(int token) {
    Entry modifier = modifiers[token];
    return modifier == null ? null : modifier.kind();
  }

  /** True for a token that a negation or an intensifier does not reach across. */
  boolean endsClause(int token) {
    if (tokens.kind[token] == ToneTokens.PUNCTUATION) {
      String form = tokens.form[token];
      return !form.equals("\"") && !form.equals("«") && !form.equals("»") && !form.equals("-");
    }
    if (tokens.kind[token] == ToneTokens.EMOJI) {
      return true;
    }
    Entry modifier = modifiers[token];
    return modifier != null && modifier.kind() == Kind.CONTRAST
        || tokens.is(token, "et")
        || tokens.is(token, "car")
        || tokens.is(token, "puis")
        || tokens.is(token, "pis")
        || tokens.is(token, "parce");
  }
}
