package ouidire.analysis.alert.watch;

/**
 * Which share of a brand's mentions is usually negative, and how far a while is from it. Counts of
 * a brand rise and fall together, so that a large one hides hundreds of complaints in its ordinary
 * unrest; the share hides much less. Not thread-safe.
 */
final class ToneShare {
  /** Ten days of steps. */
  private static final double MEMORY = 1.0 / (10 * 288);

  /** Before anything is known, one in five of so many mentions was negative. */
  private static final double PRIOR = 20;

  private static final double PRIOR_SHARE = 0.2;

  /** The hour that runs counts against so many mentions of the usual kind. */
  private static final double HOUR_PRIOR = 50;

  /** Squared distances count at most so much, lest a crisis become the measure of the next. */
  private static final double CLIP = 9;

  private double all = PRIOR;
  private double negative = PRIOR * PRIOR_SHARE;
  private double squares = 1;
  private double weight = 1;

  /** Learns from a step that is over. */
  void learn(long mentions, long complaints) {
    if (mentions == 0) {
      return;
    }
    double share = share();
    double variance = mentions * share * (1 - share);
    double off = complaints - mentions * share;
    squares += Math.min(off * off / variance, CLIP);
    weight++;
    // An unusual step moves what is usual no farther than three standard deviations.
    double bounded = 3 * Math.sqrt(variance * dispersion());
    negative += mentions * share + Math.clamp(off, -bounded, bounded);
    all += mentions;
    fade();
  }

  private void fade() {
    double kept = 1 - MEMORY;
    all = PRIOR + (all - PRIOR) * kept;
    negative = PRIOR * PRIOR_SHARE + (negative - PRIOR * PRIOR_SHARE) * kept;
    squares = 1 + (squares - 1) * kept;
    weight = 1 + (weight - 1) * kept;
  }

  /** In (0, 1). */
  double share() {
    return Math.clamp(negative / all, 0.01, 0.9);
  }

  /** How much wider than chance the share spreads: 1 when not at all. */
  private double dispersion() {
    return Math.max(1, squares / weight);
  }

  /**
   * How far so many complaints among so many mentions are above usual: the signed root of the
   * quasi-binomial deviance (McCullagh and Nelder, Generalized Linear Models, 1989).
   *
   * <p>Where the talk of the hour is already worse than usual, what is measured is what came on
   * top: a day of mixed news is no new crisis every few minutes.
   *
   * @param grievances complaints of the hour before
   * @param before mentions of the hour before
   * @return in standard units; 0 when they are not above usual
   */
  double distance(long complaints, long mentions, long grievances, long before) {
    double running = (share() * HOUR_PRIOR + grievances) / (HOUR_PRIOR + before);
    double share = Math.clamp(running, share(), 0.9);
    if (mentions == 0 || complaints <= mentions * share) {
      return 0;
    }
    double rest = mentions - (double) complaints;
    double deviance = complaints * Math.log(complaints / (mentions * share));
    if (rest > 0) {
      deviance += rest * Math.log(rest / (mentions * (1 - share)));
    }
    return Math.sqrt(Math.max(0, 2 * deviance / dispersion()));
  }
}
