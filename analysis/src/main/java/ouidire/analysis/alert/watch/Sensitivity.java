package ouidire.analysis.alert.watch;

import java.util.List;

/**
 * From where on the built-in detection takes what it sees for a crisis; the same for every brand.
 * How many speak and how they speak are two witnesses: a burst of complaints pages nobody while
 * their share is ordinary, since then everything is talked about more.
 *
 * @param name in a word
 * @param burst how far complaints of some minutes are above usual, in standard units
 * @param share how far the share of complaints is above usual to be enough by itself, in standard
 *     units
 * @param sharedBurst how far the share has to be above usual beside a burst, in standard units
 * @param burstAlone how far complaints have to be above usual to count whatever their usual share:
 *     a small brand of which half is always ill spoken has no share that could rise
 * @param anger share of what is more than usual that has to be negative, in (0, 1]
 */
public record Sensitivity(
    String name, double burst, double share, double sharedBurst, double burstAlone, double anger) {
  /** As shipped. */
  public static final Sensitivity SHIPPED = new Sensitivity("shipped", 4.5, 5, 3.5, 8, 0.5);

  /** Those that {@code ouidire eval crises --leave-one-out} chooses from. */
  public static final List<Sensitivity> CANDIDATES =
      List.of(
          new Sensitivity("eager", 4.5, 4.5, 3, 7, 0.5),
          SHIPPED,
          new Sensitivity("calm", 5, 5.5, 4, 9, 0.5));
}
