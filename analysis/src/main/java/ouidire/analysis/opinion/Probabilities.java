package ouidire.analysis.opinion;

import java.util.List;
import ouidire.core.mention.Tone;
import ouidire.core.mention.ToneLabel;

/** The probabilities of negative, neutral and positive that a stated tone implies. */
final class Probabilities {
  static final List<ToneLabel> LABELS =
      List.of(ToneLabel.NEGATIVE, ToneLabel.NEUTRAL, ToneLabel.POSITIVE);

  private Probabilities() {}

  /**
   * Those that have the tone's score as the difference of positive and negative, and its confidence
   * as the probability of its label; of an abstention, a third for neutral. Parts below nothing are
   * taken for nothing.
   */
  static double[] of(Tone tone) {
    double score = tone.score();
    double[] all =
        switch (tone.label()) {
          case NEGATIVE -> {
            double negative = Math.max(tone.confidence(), -score);
            yield new double[] {negative, 1 - 2 * negative - score, negative + score};
          }
          case POSITIVE -> {
            double positive = Math.max(tone.confidence(), score);
            yield new double[] {positive - score, 1 - 2 * positive + score, positive};
          }
          case NEUTRAL -> rest(tone.confidence(), score);
          case UNKNOWN -> rest(1 / 3.0, score);
        };
    double sum = 0;
    for (int k = 0; k < all.length; k++) {
      all[k] = Math.max(0, all[k]);
      sum += all[k];
    }
    for (int k = 0; k < all.length; k++) {
      all[k] /= sum;
    }
    return all;
  }

  private static double[] rest(double neutral, double score) {
    return new double[] {(1 - neutral - score) / 2, neutral, (1 - neutral + score) / 2};
  }

  /** The most probable; neutral where it is among them. */
  static int best(double[] probabilities) {
    int best = 1;
    for (int k = 0; k < probabilities.length; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    return best;
  }
}
