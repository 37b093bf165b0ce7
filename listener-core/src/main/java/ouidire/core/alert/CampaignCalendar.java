package ouidire.core.alert;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.CampaignFile.Planned;

/**
 * Campaigns as iCalendar (RFC 5545): its VEVENTs, {@code CATEGORIES} naming brands. Repeated events
 * ({@code RRULE}, 3.3.10) are read as far as they repeat by day, week, month or year alone, the
 * next {@value #MOST} times at most; one that repeats in another way is refused, since half of it
 * would look like all of it. Cancelled events are passed over.
 */
final class CampaignCalendar {
  /** Times that one event is repeated at most. */
  static final int MOST = 200;

  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final ZoneId zone;

  CampaignCalendar(ZoneId zone) {
    this.zone = zone;
  }

  List<Planned> read(String text) {
    List<Planned> all = new ArrayList<>();
    // A line that begins with white space goes on the line before.
    String[] lines = text.replaceAll("\\R", "\n").replaceAll("\n[ \t]", "").split("\n");
    Map<String, String> event = new HashMap<>();
    int events = 0;
    int depth = 0;
    for (String line : lines) {
      if (line.equalsIgnoreCase("BEGIN:VEVENT")) {
        event.clear();
        depth = 1;
        events++;
      } else if (line.equalsIgnoreCase("END:VEVENT")) {
        depth = 0;
        event("VEVENT " + events, event, all);
      } else if (depth > 0 && line.regionMatches(true, 0, "BEGIN:", 0, 6)) {
        // Alarms within an event have keys of the same names.
        depth++;
      } else if (depth > 1 && line.regionMatches(true, 0, "END:", 0, 4)) {
        depth--;
      } else if (depth == 1) {
        property(line, event);
      }
    }
    if (depth > 0) {
      throw Checks.wrong(
          "VEVENT " + events,
          null,
          "n’est pas terminé ; le fichier est coupé, exportez-le de nouveau",
          "does not end; the file is cut short, export it again");
    }
    return all;
  }

  private static void property(String line, Map<String, String> event) {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      return;
    }
    String name = line.substring(0, colon).toUpperCase(Locale.ROOT);
    int parameter = name.indexOf(';');
    String bare = parameter < 0 ? name : name.substring(0, parameter);
    event.put(bare, line.substring(colon + 1).strip());
    int tz = name.indexOf("TZID=");
    if (tz >= 0) {
      String zone = line.substring(tz + 5, colon);
      int end = zone.indexOf(';');
      event.put(bare + ".TZ", end < 0 ? zone : zone.substring(0, end));
    }
  }

  private void event(String place, Map<String, String> event, List<Planned> all) {
    if ("CANCELLED".equalsIgnoreCase(event.get("STATUS"))) {
      return;
    }
    String name = unescaped(event.getOrDefault("SUMMARY", "")).strip();
    try {
      ZonedDateTime from = time(event.getOrDefault("DTSTART", ""), zone(event, "DTSTART"));
      Duration lasting = lasting(event, from);
      Set<String> brands = new TreeSet<>();
      for (String brand : event.getOrDefault("CATEGORIES", "").split(",")) {
        if (!brand.isBlank()) {
          brands.add(unescaped(brand).strip());
        }
      }
      for (ZonedDateTime each : times(place, from, event.get("RRULE"))) {
        Instant start = each.toInstant();
        all.add(new Planned(place, name, start, start.plus(lasting), brands));
      }
    } catch (DateTimeException e) {
      throw Checks.wrong(
          place,
          name,
          "DTSTART, DTEND, DURATION ou leur fuseau ne se comprend pas ; donnez 20260301T140000Z",
          "DTSTART, DTEND, DURATION or their time zone cannot be read; give 20260301T140000Z");
    }
  }

  /** Until its end, else as long as it lasts; a day where neither is given. */
  private Duration lasting(Map<String, String> event, ZonedDateTime from) {
    String end = event.get("DTEND");
    if (end != null) {
      return Duration.between(from, time(end, zone(event, "DTEND")));
    }
    String lasting = event.get("DURATION");
    if (lasting == null) {
      return Duration.between(from, from.plusDays(1));
    }
    // Weeks stand alone there, and are no part of a Duration's own form.
    return lasting.matches("P\\d+W")
        ? Duration.ofDays(Period.parse(lasting).getDays())
        : Duration.parse(lasting);
  }

  private ZoneId zone(Map<String, String> event, String key) {
    String named = event.get(key + ".TZ");
    return named == null ? zone : ZoneId.of(named.replace("\"", ""));
  }

  private static ZonedDateTime time(String value, ZoneId zone) {
    if (value.length() == 8) {
      return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay(zone);
    }
    boolean utc = value.endsWith("Z");
    LocalDateTime local =
        LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, BASIC);
    return local.atZone(utc ? ZoneId.of("UTC") : zone);
  }

  private List<ZonedDateTime> times(String place, ZonedDateTime from, @Nullable String rule) {
    if (rule == null) {
      return List.of(from);
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals), part.substring(equals + 1));
      }
    }
    String day = from.getDayOfWeek().name().substring(0, 2);
    boolean plain = parts.getOrDefault("BYDAY", day).equals(day);
    boolean known =
        Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY").containsAll(parts.keySet());
    String every = parts.getOrDefault("FREQ", "");
    if (!known || !plain || !Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").contains(every)) {
      throw Checks.wrong(
          place + ".RRULE",
          rule,
          "cette répétition n’est pas lue ici ; exportez chaque date comme un évènement",
          "this repetition is not read here; export each date as an event of its own");
    }
    int step = number(place + ".RRULE.INTERVAL", parts.getOrDefault("INTERVAL", "1"));
    String times = parts.getOrDefault("COUNT", Integer.toString(MOST));
    int count = Math.min(MOST, number(place + ".RRULE.COUNT", times));
    String last = parts.get("UNTIL");
    // A last day counts whole.
    @Nullable ZonedDateTime until =
        last == null ? null : last.length() == 8 ? time(last, zone).plusDays(1) : time(last, zone);
    List<ZonedDateTime> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long ahead = (long) i * step;
      ZonedDateTime next =
          switch (every) {
            case "DAILY" -> from.plusDays(ahead);
            case "WEEKLY" -> from.plusWeeks(ahead);
            case "MONTHLY" -> from.plusMonths(ahead);
            default -> from.plusYears(ahead);
          };
      if (until != null && next.isAfter(until)) {
        break;
      }
      all.add(next);
    }
    return all;
  }

  private static int number(String place, String value) {
    if (!value.matches("[1-9]\\d{0,5}")) {
      throw Checks.wrong(
          place,
          value,
          "donnez un nombre entier d’au moins 1",
          "give a whole number of at least 1");
    }
    return Integer.parseInt(value);
  }

  private static String unescaped(String text) {
    return text.replace("\\n", " ").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
  }
}
