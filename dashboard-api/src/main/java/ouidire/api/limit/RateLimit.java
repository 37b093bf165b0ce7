package ouidire.api.limit;

/**
 * A token bucket's size and flow.
 *
 * @param burst calls at once after a rest, 1 or more
 * @param perSecond calls a second that can go on for ever, more than 0
 */
public record RateLimit(int burst, double perSecond) {
  public RateLimit {
    if (burst < 1) {
      throw new IllegalArgumentException("burst: " + burst + " is below 1; give 1 or more");
    }
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("perSecond: " + perSecond + " is not above 0; give more");
    }
  }
}
