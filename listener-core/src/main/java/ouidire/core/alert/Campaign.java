package ouidire.core.alert;

import java.time.Instant;
import java.util.Set;

/**
 * Something planned that will be talked about: peaks that it explains page nobody.
 *
 * @param id lower-case letters, digits and hyphens
 * @param name as people read it
 * @param from first moment
 * @param to end, exclusive
 * @param brands ids; empty for all
 */
public record Campaign(String id, String name, Instant from, Instant to, Set<String> brands) {
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public Campaign {
    Checks.id("id", id);
    name = Checks.text("name", name == null ? id : name, 200);
    brands = brands == null ? Set.of() : Set.copyOf(brands);
    if (from == null || to == null || !to.isAfter(from)) {
      throw Checks.wrong(
          "to",
          to,
          "donnez un début et une fin, la fin après le début",
          "give from and to, to after from");
    }
  }

  /** Whether it explains what is said of a brand at a moment. */
  public boolean covers(String brand, Instant at) {
    return !at.isBefore(from) && at.isBefore(to) && (brands.isEmpty() || brands.contains(brand));
  }
}
