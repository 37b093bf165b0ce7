package ouidire.analysis.story;

/**
 * How rare a term is among events: the logarithm of how many events there are for one that has it.
 * Counted by event, so that a storm does not make its own words common; begins from what is known
 * of French, and forgets by halves.
 */
final class Rarity {
  private static final int SLOTS = 1 << 20;

  /** Events that the knowledge of French counts for. */
  private static final int PRIOR = 1_000;

  private static final int FORGET_AFTER = 400_000;

  /** Tenths of an event: known frequencies are no whole numbers. */
  private static final int UNIT = 10;

  private final int[] counts = new int[SLOTS];
  private int events = PRIOR;

  Rarity() {
    FrenchWords.shipped()
        .perThousand()
        .forEach(
            (stem, rate) -> counts[stem & (SLOTS - 1)] += Math.round(rate * PRIOR * UNIT / 1_000));
  }

  void event() {
    if (++events >= FORGET_AFTER) {
      events /= 2;
      for (int i = 0; i < SLOTS; i++) {
        counts[i] /= 2;
      }
    }
  }

  void add(int term) {
    counts[term & (SLOTS - 1)] += UNIT;
  }

  /** In nats; at least 0.1. */
  float of(int term) {
    double with = counts[term & (SLOTS - 1)] / (double) UNIT + 1;
    return (float) Math.max(0.1, Math.log((events + 1) / with));
  }

  long bytes() {
    return 4L * SLOTS;
  }
}
