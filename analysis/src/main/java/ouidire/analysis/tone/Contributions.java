package ouidire.analysis.tone;

import ouidire.analysis.tone.LexiconFile.Kind;
import ouidire.analysis.tone.ToneReading.Hit;

/**
 * Each token's part of a linear model's answer, along one direction of its outputs ({@code positive
 * less negative}). A pair of words is shared between the two; what hits of the lexicon bring goes
 * to their words, negators and intensifiers; style goes to the marks that switched it on.
 */
final class Contributions {
  private final LinearModel model;
  private final MentionReading reading;
  private final double[] direction;
  private final double[] parts;

  private Contributions(LinearModel model, MentionReading reading, double[] direction) {
    this.model = model;
    this.reading = reading;
    this.direction = direction;
    this.parts = new double[reading.tokens.size];
  }

  /** One number a token; their sum is the score along the direction, less bias and length. */
  static double[] of(LinearModel model, MentionReading reading, double[] direction) {
    Contributions made = new Contributions(model, reading, direction);
    if (made.parts.length > 0) {
      made.words();
      made.letters();
      made.vectors();
      made.hits();
      made.style();
    }
    return made.parts;
  }

  private void words() {
    Features features = reading.features;
    model.words.partsTo(
        parts, direction, features.word, features.wordToken, features.pair, features.words);
  }

  private void letters() {
    Word[] forms = reading.features.forms;
    long square = 0;
    for (Word form : forms) {
      square += form.weights(model).square();
    }
    double norm = square == 0 ? 0 : 1 / Math.sqrt(square);
    for (int i = 0; i < parts.length; i++) {
      int[] letters = forms[i].weights(model).letters();
      for (int k = 0; k < direction.length; k++) {
        parts[i] += norm * direction[k] * model.letters.scale(k) * letters[k];
      }
    }
  }

  private void vectors() {
    Features features = reading.features;
    int found = 0;
    for (int i = 0; i < parts.length; i++) {
      found += vector(features, i) >= 0 ? 1 : 0;
    }
    for (int i = 0; i < parts.length; i++) {
      int slot = vector(features, i);
      for (int k = 0; k < direction.length && slot >= 0; k++) {
        parts[i] += direction[k] * model.vectors.value(slot, k) / found;
      }
    }
  }

  private int vector(Features features, int token) {
    return features.hasVector[token] ? features.forms[token].weights(model).vector() : -1;
  }

  private double rule(int feature) {
    double sum = 0;
    for (int k = 0; k < direction.length; k++) {
      sum += direction[k] * model.rules[feature * direction.length + k];
    }
    return sum;
  }

  private void hits() {
    double[] values = reading.features.rules;
    double shared = 0;
    for (int i = 0; i < RuleFeatures.FROM_HITS; i++) {
      double withoutHits = i >= 5 && i <= 7 ? RuleFeatures.STRESS : 0;
      shared += rule(i) * (values[i] - withoutHits);
      if (values[RuleFeatures.PUBLIC_TALK] != 0) {
        shared += rule(RuleFeatures.PUBLIC + i) * (values[i] - withoutHits);
      }
    }
    shared += rule(RuleFeatures.PUBLIC_SUM) * values[RuleFeatures.PUBLIC_SUM];
    double same = 0;
    for (Hit hit : reading.rules.hits) {
      same += hit.value * shared > 0 ? Math.abs(hit.value) : 0;
      spread(hit, 0.5 * RuleFeatures.STRESS * rule(RuleFeatures.hitClass(hit)));
    }
    for (Hit hit : reading.rules.hits) {
      if (same == 0) {
        spread(hit, shared / reading.rules.hits.size());
      } else if (hit.value * shared > 0) {
        spread(hit, shared * Math.abs(hit.value) / same);
      }
    }
  }

  private void spread(Hit hit, double part) {
    int owners = hit.to - hit.from;
    owners += hit.negator >= 0 ? 1 : 0;
    owners += hit.modifier >= 0 ? 1 : 0;
    double each = part / owners;
    for (int i = hit.from; i < hit.to; i++) {
      parts[i] += each;
    }
    if (hit.negator >= 0) {
      parts[hit.negator] += each;
    }
    if (hit.modifier >= 0) {
      parts[hit.modifier] += each;
    }
  }

  private void style() {
    double[] values = reading.features.rules;
    int[] owners = new int[RuleFeatures.COUNT];
    for (int i = 0; i < parts.length; i++) {
      int feature = styleOf(i);
      if (feature >= 0) {
        owners[feature]++;
      }
    }
    for (int i = 0; i < parts.length; i++) {
      int feature = styleOf(i);
      if (feature >= 0) {
        parts[i] += rule(feature) * values[feature] / owners[feature];
      }
    }
  }

  private int styleOf(int token) {
    int feature = RuleFeatures.styleOf(reading.tokens, token);
    if (feature >= 0) {
      return feature;
    }
    Kind modifier = reading.rules.modifierKind(token);
    if (modifier == Kind.NEGATION) {
      return RuleFeatures.NEGATIONS;
    }
    return modifier == Kind.CONTRAST ? RuleFeatures.CONTRAST : RuleFeatures.cue(modifier);
  }

  /** The rule that evidence names for a token. */
  static String ruleOf(MentionReading reading, int token) {
    for (Hit hit : reading.rules.hits) {
      if (hit.from <= token && token < hit.to) {
        return hit.entry.rule();
      }
      if (hit.negator == token) {
        return "negation";
      }
      if (hit.modifier == token) {
        return "intensifier";
      }
    }
    Kind modifier = reading.rules.modifierKind(token);
    if (modifier == Kind.CONTRAST) {
      return "contrast";
    }
    if (modifier == Kind.NEGATION) {
      return "negation";
    }
    if (reading.tokens.kind[token] == ToneTokens.EMOJI) {
      return "emoji";
    }
    return reading.tokens.inHashtag(token) ? "hashtag" : "learned";
  }
}
