package ouidire.analysis.tone;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.text.FormCache;

/**
 * A word form with all that depends on it alone: its hashes, what the lexicon says, what its
 * letters and its vector are worth to each model. Common words are shared by all mentions, so that
 * this is worked out once. Thread-safe: what is filled in late is immutable, and the same whoever
 * fills it in.
 */
final class Word {
  /** Models that are in use at once: tone, kind, moderation, and one to spare. */
  private static final int MODELS = 4;

  private static final FormCache<Word> SHARED = new FormCache<>(Word::new);

  /** As {@link ToneTokens#form}. */
  final String form;

  /** The form without accents. */
  final String plain;

  /** Hashes of both, see {@link Features#hash}. */
  final int key;

  final int plainKey;

  /** True for a word that says nothing alone. */
  final boolean function;

  private ToneLexicon.@Nullable Meaning meaning;
  private WordWeights[] weights = {};

  private Word(String form) {
    this.form = form;
    plain = Spelling.withoutAccents(form);
    key = Features.hash(form);
    plainKey = Features.hash(plain);
    function = plain.length() < 2 || FunctionWords.contains(plain);
  }

  static Word of(String form) {
    return SHARED.of(form);
  }

  /** What the shipped lexicon says of it. */
  ToneLexicon.Meaning meaning(ToneLexicon lexicon) {
    ToneLexicon.Meaning known = meaning;
    if (known == null) {
      known = lexicon.meaning(this);
      meaning = known;
    }
    return known;
  }

  /** What it is worth to a model. */
  WordWeights weights(LinearModel model) {
    WordWeights[] known = weights;
    for (WordWeights each : known) {
      if (each.model() == model) {
        return each;
      }
    }
    WordWeights worked = model.weigh(this);
    int kept = Math.min(known.length, MODELS - 1);
    WordWeights[] more = Arrays.copyOfRange(known, known.length - kept, known.length + 1);
    more[kept] = worked;
    weights = more;
    return worked;
  }
}
