package ouidire.core.mention;

import java.util.List;

/**
 * The tone of a mention, or toward one brand in it, with what decided it.
 *
 * @param label negative, neutral, positive, or unknown when we abstain
 * @param score in [-1, 1]; 0 when neutral or unknown is a balance, see the evidence
 * @param confidence in [0, 1], calibrated: of the tones stated at 0.8, about 80 % are right
 * @param evidence the words, rules and features that decided, heaviest first; removing them changes
 *     the score
 */
public record Tone(ToneLabel label, double score, double confidence, List<Evidence> evidence) {
  public static final Tone UNKNOWN = new Tone(ToneLabel.UNKNOWN, 0, 0, List.of());

  public Tone {
    evidence = List.copyOf(evidence);
  }
}
