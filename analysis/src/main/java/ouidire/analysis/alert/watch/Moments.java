package ouidire.analysis.alert.watch;

import java.time.Instant;

/** The moments at which brands are judged. */
public final class Moments {
  /** Between one moment and the next. */
  public static final long MILLIS = 250;

  /** Every brand is judged at least so often. */
  public static final long ROUND_MILLIS = 30_000;

  private Moments() {}

  /** The first moment that is not before a time. */
  public static Instant at(Instant time) {
    long millis = time.toEpochMilli();
    boolean whole = time.getNano() % 1_000_000 == 0;
    return Instant.ofEpochMilli(Math.ceilDiv(whole ? millis : millis + 1, MILLIS) * MILLIS);
  }

  /** The last moment that is not after a time. */
  public static Instant until(Instant time) {
    return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), MILLIS) * MILLIS);
  }

  /** Whether every brand is judged then. */
  public static boolean isRound(Instant moment) {
    return Math.floorMod(moment.toEpochMilli(), ROUND_MILLIS) == 0;
  }

  /** The next moment at which every brand is judged, after a time. */
  public static Instant nextRound(Instant time) {
    return Instant.ofEpochMilli(
        (Math.floorDiv(time.toEpochMilli(), ROUND_MILLIS) + 1) * ROUND_MILLIS);
  }
}
