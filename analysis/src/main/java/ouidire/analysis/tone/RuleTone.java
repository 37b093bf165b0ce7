package ouidire.analysis.tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ouidire.core.mention.Evidence;
import ouidire.core.mention.Span;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/** The tone that the lexicon and the rules alone give. */
final class RuleTone {
  private static final double NEUTRAL = 0.25;
  private static final double FLATTENING = 8;

  private RuleTone() {}

  /** The tone of the hits between two tokens. */
  static Tone of(ToneReading reading, int from, int to) {
    double sum = 0;
    double weightless = 0;
    List<Evidence> evidence = new ArrayList<>();
    for (ToneReading.Hit hit : reading.hits) {
      if (hit.from >= from && hit.to <= to) {
        sum += hit.value;
        weightless = Math.max(weightless, Math.abs(hit.value));
      }
    }
    if (weightless == 0) {
      return Tone.UNKNOWN;
    }
    double scale = 1 / Math.sqrt(sum * sum + FLATTENING);
    for (ToneReading.Hit hit : reading.hits) {
      if (hit.from >= from && hit.to <= to) {
        cite(reading.tokens, hit, hit.value * scale, evidence);
      }
    }
    evidence.sort(Comparator.comparingDouble(part -> -Math.abs(part.weight())));
    double score = sum * scale;
    ToneLabel label =
        score > NEUTRAL
            ? ToneLabel.POSITIVE
            : score < -NEUTRAL ? ToneLabel.NEGATIVE : ToneLabel.NEUTRAL;
    return new Tone(label, score, 0.4 + 0.4 * Math.abs(score), evidence);
  }

  private static void cite(
      ToneTokens tokens, ToneReading.Hit hit, double weight, List<Evidence> into) {
    into.add(
        new Evidence(
            tokens.fieldName(hit.from),
            tokens.start[hit.from],
            tokens.end[hit.to - 1],
            hit.entry.rule(),
            weight));
    if (hit.negator >= 0) {
      into.add(at(tokens, hit.negator, "negation", weight));
    }
    if (hit.modifier >= 0) {
      into.add(at(tokens, hit.modifier, "intensifier", weight / 3));
    }
  }

  private static Evidence at(ToneTokens tokens, int token, String rule, double weight) {
    return new Evidence(
        tokens.fieldName(token), tokens.start[token], tokens.end[token], rule, weight);
  }

  /** The clause around the brand's first span, widened to its neighbours when it has no hit. */
  static int[] partAround(ToneReading reading, List<Span> spans) {
    ToneTokens tokens = reading.tokens;
    int first = tokens.size;
    int last = 0;
    for (int i = 0; i < tokens.size; i++) {
      for (Span span : spans) {
        if (span.field().equals(tokens.fieldName(i))
            && tokens.start[i] < span.end()
            && tokens.end[i] > span.start()) {
          first = Math.min(first, i);
          last = Math.max(last, i + 1);
        }
      }
    }
    while (first > 0 && !breaks(reading, first - 1)) {
      first--;
    }
    while (last < tokens.size && !breaks(reading, last)) {
      last++;
    }
    for (ToneReading.Hit hit : reading.hits) {
      if (hit.from >= first && hit.to <= last) {
        return new int[] {first, last};
      }
    }
    return new int[] {0, tokens.size};
  }

  private static boolean breaks(ToneReading reading, int token) {
    return reading.endsClause(token)
        && !reading.tokens.is(token, ",")
        && !reading.tokens.is(token, "et");
  }
}
