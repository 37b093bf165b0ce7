package ouidire.core.alert;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role that is told of incidents, whoever holds it.
 *
 * @param id lower-case letters, digits and hyphens
 * @param name as people read it
 * @param audience in whose words it is told
 * @param channels ids of channels that always belong to it (a team's room)
 * @param rota who holds it when; null when its channels are all
 */
public record Role(
    String id, String name, Audience audience, List<String> channels, @Nullable Rota rota) {
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public Role {
    Checks.id("id", id);
    name = Checks.text("name", name == null ? id : name, 120);
    audience = audience == null ? Audience.COMMUNICATIONS : audience;
    channels = channels == null ? List.of() : List.copyOf(channels);
  }

  /**
   * Who is on call when: each in turn, in the order given.
   *
   * @param people their ids
   * @param zone whose days
   * @param start the first day of the first
   * @param handOver at what time the next one takes over
   * @param days how many days each
   * @param replacements exceptions, which win
   */
  public record Rota(
      List<String> people,
      ZoneId zone,
      LocalDate start,
      LocalTime handOver,
      Integer days,
      List<Replacement> replacements) {
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public Rota {
      people = people == null ? List.of() : List.copyOf(people);
      if (people.isEmpty() || start == null) {
        throw Checks.wrong(
            people.isEmpty() ? "people" : "start",
            null,
            "une garde a au moins une personne et un premier jour",
            "a rota has at least one person and a first day");
      }
      zone = zone == null ? ZoneId.of("America/Toronto") : zone;
      handOver = handOver == null ? LocalTime.of(9, 0) : handOver;
      days = Checks.number("days", days == null ? 7 : days, 1, 366);
      replacements = replacements == null ? List.of() : List.copyOf(replacements);
    }
  }

  /**
   * Somebody stands in.
   *
   * @param from first day, at the hour of hand-over
   * @param to day on which it ends, at the hour of hand-over
   */
  public record Replacement(String person, LocalDate from, LocalDate to) {
    @SuppressWarnings({"ConstantValue", "NullAway"})
    public Replacement {
      person = Checks.text("person", person, 64);
      from = Checks.given("from", from);
      to = Checks.given("to", to);
      if (!to.isAfter(from)) {
        throw Checks.wrong(
            "to",
            to,
            "donnez un jour après « from » (" + from + ")",
            "give a day after from (" + from + ")");
      }
    }
  }
}
