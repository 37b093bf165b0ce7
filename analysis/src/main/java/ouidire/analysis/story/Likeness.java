package ouidire.analysis.story;

/**
 * What a mention and an event have in common, in numbers that {@link #sureness} weighs.
 *
 * @param information sum of the rarity of what they share, in nats
 * @param coverage of the mention's own information, the share that the event has, in [0, 1]
 * @param names rarity of the names that they share
 * @param places rarity of the places that they share
 * @param elsewhere whether each has places and none is shared
 * @param strangers whether each has names and none is shared
 * @param links whether they share an address
 * @param tags rarity of the hashtags that they share
 * @param hours since the event was last spoken of
 * @param texts how many texts in other words the event has
 */
record Likeness(
    double information,
    double coverage,
    double names,
    double places,
    boolean elsewhere,
    boolean strangers,
    boolean links,
    double tags,
    double hours,
    int texts) {
  static final int FEATURES = 11;

  /** Texts beyond which an event draws no more for being large. */
  private static final int MANY = 8;

  /** A greeting or a thank-you alone tells of no event, whoever else said it. */
  private static final double LEAST_INFORMATION = 6;

  private static final double WITHOUT_NAMES = 14;

  double[] features() {
    return new double[] {
      1,
      information,
      coverage,
      names,
      places,
      elsewhere ? 1 : 0,
      strangers ? 1 : 0,
      links ? 1 : 0,
      tags,
      Math.log(1 + hours),
      Math.log(Math.min(texts, MANY))
    };
  }

  /** Fitted by logistic regression on labelled pairs of mention and event. */
  private static final double[] WEIGHTS = {
    -4.84, 0.096, 6.5, 0.063, 0.284, -7, -3, 3, 0.15, -0.3, 0.389
  };

  /** How sure we are that the mention speaks of the event, in [0, 1]. */
  double sureness() {
    boolean anchored = names + places + tags > 0;
    if (!links && (elsewhere || information < (anchored ? LEAST_INFORMATION : WITHOUT_NAMES))) {
      return 0;
    }
    double[] features = features();
    double sum = 0;
    for (int i = 0; i < FEATURES; i++) {
      sum += WEIGHTS[i] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
