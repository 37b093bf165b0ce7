package ouidire.core.alert;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of which incidents: a tree. Of the branches that an incident fits, the first decides,
 * and of its branches in turn; a branch that says {@code andOn} lets the next ones be looked at as
 * well.
 *
 * @param name as people read it
 * @param brands ids; empty for all
 * @param severities empty for all
 * @param kinds of rules; empty for all
 * @param hours within which it counts; null for always
 * @param steps who is told, and who next while nobody acts
 * @param repeat how often all steps are told again, 0 to 5
 * @param andOn whether further branches are looked at
 * @param branches finer ones
 */
public record Route(
    String name,
    Set<String> brands,
    Set<Alert.Severity> severities,
    Set<String> kinds,
    @Nullable Hours hours,
    List<Step> steps,
    Integer repeat,
    Boolean andOn,
    List<Route> branches) {
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public Route {
    name = name == null ? "" : name;
    brands = brands == null ? Set.of() : Set.copyOf(brands);
    severities = severities == null ? Set.of() : Set.copyOf(severities);
    kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
    steps = steps == null ? List.of() : List.copyOf(steps);
    repeat = Checks.number("repeat", repeat == null ? 0 : repeat, 0, 5);
    andOn = andOn != null && andOn;
    branches = branches == null ? List.of() : List.copyOf(branches);
  }

  /**
   * Told at once, or when nobody acted for a while.
   *
   * @param after how long after the step before; for the first, after it fired
   * @param roles ids of who is told, at least one
   */
  public record Step(Duration after, List<String> roles) {
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public Step {
      after = Checks.duration("after", after, Duration.ZERO, Duration.ofDays(2));
      roles = roles == null ? List.of() : List.copyOf(roles);
      if (roles.isEmpty()) {
        throw Checks.wrong(
            "roles", null, "donnez au moins un rôle à prévenir", "give at least one role to tell");
      }
    }
  }

  /**
   * Hours of the day, over midnight when {@code to} is before {@code from}, all day when they are
   * equal.
   *
   * @param days ISO numbers, 1 is Monday; empty for all
   */
  public record Hours(LocalTime from, LocalTime to, Set<Integer> days, ZoneId zone) {
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public Hours {
      from = Checks.given("from", from);
      to = Checks.given("to", to);
      days = days == null ? Set.of() : Set.copyOf(days);
      days.forEach(day -> Checks.number("days", day, 1, 7));
      zone = zone == null ? ZoneId.of("America/Toronto") : zone;
    }
  }
}
