package ouidire.core.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import ouidire.core.alert.Person.Quiet;
import ouidire.core.alert.Role.Replacement;
import ouidire.core.alert.Role.Rota;
import ouidire.core.alert.Route.Hours;

/** Who is on call, and whose hours it is. */
public final class OnCall {
  private OnCall() {}

  /** Id of the person who is on call. */
  public static String at(Rota rota, Instant now) {
    LocalDate day = dutyDay(rota, now);
    for (Replacement each : rota.replacements()) {
      if (!day.isBefore(each.from()) && day.isBefore(each.to())) {
        return each.person();
      }
    }
    long turns = Math.floorDiv(ChronoUnit.DAYS.between(rota.start(), day), (long) rota.days());
    return rota.people().get((int) Math.floorMod(turns, (long) rota.people().size()));
  }

  /** When the next hand-over is at which somebody else takes over; a year from now at most. */
  public static Instant nextHandOver(Rota rota, Instant now) {
    String person = at(rota, now);
    LocalDate day = dutyDay(rota, now);
    for (int ahead = 1; ahead <= 366; ahead++) {
      Instant next =
          ZonedDateTime.of(day.plusDays(ahead), rota.handOver(), rota.zone()).toInstant();
      if (!at(rota, next).equals(person)) {
        return next;
      }
    }
    return now.plus(365, ChronoUnit.DAYS);
  }

  /** A day of duty lasts from hand-over to hand-over. */
  private static LocalDate dutyDay(Rota rota, Instant now) {
    ZonedDateTime local = now.atZone(rota.zone());
    LocalDate today = local.toLocalDate();
    ZonedDateTime handOver = ZonedDateTime.of(today, rota.handOver(), rota.zone());
    return local.isBefore(handOver) ? today.minusDays(1) : today;
  }

  /** Whether it is within these hours. */
  public static boolean within(Hours hours, Instant now) {
    ZonedDateTime local = now.atZone(hours.zone());
    boolean day = hours.days().isEmpty() || hours.days().contains(local.getDayOfWeek().getValue());
    return day && within(hours.from(), hours.to(), local.toLocalTime());
  }

  /** When somebody may be reached: now, or when their quiet hours end. */
  public static Instant reachable(Quiet quiet, Instant now) {
    ZoneId zone = quiet.zone();
    ZonedDateTime local = now.atZone(zone);
    if (!within(quiet.from(), quiet.to(), local.toLocalTime())) {
      return now;
    }
    ZonedDateTime end = ZonedDateTime.of(local.toLocalDate(), quiet.to(), zone);
    return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
  }

  private static boolean within(LocalTime from, LocalTime to, LocalTime now) {
    return from.isBefore(to)
        ? !now.isBefore(from) && now.isBefore(to)
        : !now.isBefore(from) || now.isBefore(to);
  }
}
