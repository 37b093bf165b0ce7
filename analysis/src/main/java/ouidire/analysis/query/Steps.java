package ouidire.analysis.query;

/**
 * A limit on the work that one place may cost in one title or text. The same on the live stream and
 * on the history, so that a query that is cut off is cut off in both.
 */
public final class Steps {
  /** Pairs of occurrences looked at. */
  public static final int LIMIT = 200_000;

  private int left = LIMIT;

  /** Thrown when there are no steps left. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Spent INSTANCE = new Spent();

    private Spent() {
      super("the query looked at " + LIMIT + " pairs of words in one text", null, false, false);
    }
  }

  void spend(int steps) {
    left -= steps;
    if (left < 0) {
      throw Spent.INSTANCE;
    }
  }

  void start() {
    left = LIMIT;
  }
}
