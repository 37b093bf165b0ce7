package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.tone.LexiconFile.Kind;
import ouidire.analysis.tone.ToneLexicon.Entry;
import ouidire.analysis.tone.ToneLexicon.Found;
import ouidire.analysis.tone.ToneLexicon.Meaning;
import ouidire.core.mention.ToneLabel;

/**
 * What the lexicon and the rules see in a mention: polar hits in order, each with what changed it.
 */
final class ToneReading {
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

    /** What somebody's rule says of words: twice the strongest of the lexicon. */
    static Hit ruled(int from, int to, ToneLabel tone) {
      double strength = tone == ToneLabel.NEGATIVE ? -3 : 3;
      Hit hit = new Hit(from, to, new Entry(Kind.IDIOM, strength, "word rule"));
      hit.value = 2 * strength;
      return hit;
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

  /** The same with other hits in place of those that they overlap. */
  ToneReading with(List<Hit> own) {
    ToneReading ruled = new ToneReading(tokens, lexicon);
    System.arraycopy(modifiers, 0, ruled.modifiers, 0, modifiers.length);
    ruled.lastContrast = lastContrast;
    for (Hit hit : hits) {
      if (own.stream().noneMatch(other -> other.from < hit.to && hit.from < other.to)) {
        ruled.hits.add(hit);
      }
    }
    ruled.hits.addAll(own);
    ruled.hits.sort(Comparator.comparingInt(hit -> hit.from));
    return ruled;
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
    int negator = Negation.of(this, hit);
    if (negator >= 0) {
      hit.negator = negator;
      hit.value *= hit.value > 0 ? NEGATED_POSITIVE : NEGATED_NEGATIVE;
    }
  }

  /** What the token does to its neighbours; null when nothing. */
  @Nullable Kind modifierKind(int token) {
    Entry modifier = modifiers[token];
    return modifier == null ? null : modifier.kind();
  }

  /** True for a full stop, or a word of contrast. */
  boolean endsSentence(int token) {
    if (tokens.kind[token] == ToneTokens.PUNCTUATION) {
      String form = tokens.form[token];
      return ".!?…".indexOf(form.charAt(0)) >= 0;
    }
    return modifierKind(token) == Kind.CONTRAST;
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
