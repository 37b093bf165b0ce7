package ouidire.core.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule saw of a brand at one moment, with the numbers that decided.
 *
 * @param rule id of the rule
 * @param kind what the rule is about: {@code crisis, volume, leak, question, source...}
 * @param brand id of the brand; for a rule about a source, {@code source:} and its id
 * @param story the story that makes most of it; null when none does
 * @param at event time of the judgement
 * @param severity how loud to be
 * @param metric what was measured: {@code volume, negative...}
 * @param observed what was measured
 * @param expected what is usual then
 * @param score how far from usual, in the detector's own unit; larger is farther
 * @param figures the last hour in numbers
 * @param reason what happened, in one sentence
 * @param why why this severity, one sentence each
 * @param mentions ids of the mentions that drive it, strongest first, at most 20
 */
public record Signal(
    String rule,
    String kind,
    String brand,
    @Nullable String story,
    Instant at,
    Alert.Severity severity,
    String metric,
    double observed,
    double expected,
    double score,
    Figures figures,
    Reason reason,
    List<Reason> why,
    List<String> mentions) {
  public Signal {
    why = List.copyOf(why);
    mentions = List.copyOf(mentions);
  }

  /**
   * The last hour in numbers.
   *
   * @param mentions how many
   * @param negative of them, negative toward the brand
   * @param insults of them, that insult and say nothing else
   * @param authors distinct
   * @param sources distinct
   * @param copies articles that reprint another
   * @param reach followers of their authors, each counted once
   * @param doublingMinutes in how many minutes it doubles; 0 when it does not grow
   * @param flagged mentions that a moderator or the legal department should see
   */
  public record Figures(
      long mentions,
      long negative,
      long insults,
      long authors,
      long sources,
      long copies,
      long reach,
      double doublingMinutes,
      long flagged) {
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** In [0, 1]; 0 without mentions. */
    public double negativeShare() {
      return mentions == 0 ? 0 : negative / (double) mentions;
    }
  }
}
