package ouidire.core.alert;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be on call.
 *
 * @param id lower-case letters, digits and hyphens
 * @param name as people call them
 * @param channels ids of the channels that reach them
 * @param quiet when only a crisis may reach them; null for never
 */
public record Person(String id, String name, List<String> channels, @Nullable Quiet quiet) {
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public Person {
    Checks.id("id", id);
    name = Checks.text("name", name == null ? id : name, 120);
    channels = channels == null ? List.of() : List.copyOf(channels);
  }

  /**
   * Hours of every day, over midnight when {@code to} is before {@code from}.
   *
   * @param zone whose hours
   */
  public record Quiet(LocalTime from, LocalTime to, ZoneId zone) {
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public Quiet {
      from = Checks.given("from", from);
      to = Checks.given("to", to);
      zone = zone == null ? ZoneId.of("America/Toronto") : zone;
      if (from.equals(to)) {
        throw Checks.wrong(
            "to",
            to,
            "donnez une autre heure que « from » : sinon seule une crise joindrait cette personne",
            "give another time than from: only a crisis would ever reach this person");
      }
    }
  }
}
