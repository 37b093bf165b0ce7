package ouidire.core.alert;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads planned campaigns from a calendar: iCalendar (RFC 5545, its VEVENTs; {@code CATEGORIES} are
 * brand ids) or CSV with the header {@code name,from,to,brands}, or {@code nom,début,fin,marques}
 * (brands parted by spaces).
 */
public final class CampaignFile {
  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private CampaignFile() {}

  /**
   * @param zone of times that name none
   * @throws InvalidDocumentException naming the line and what was expected
   */
  public static List<Campaign> read(String text, ZoneId zone) {
    String start = text.stripLeading().replace("\ufeff", "");
    return start.startsWith("BEGIN:VCALENDAR") ? calendar(start, zone) : csv(start, zone);
  }

  private static List<Campaign> calendar(String text, ZoneId zone) {
    List<Campaign> all = new ArrayList<>();
    // A line that begins with white space goes on the line before.
    String[] lines = text.replace("\r\n", "\n").replaceAll("\n[ \t]", "").split("\n");
    Map<String, String> event = new HashMap<>();
    boolean inside = false;
    int number = 0;
    for (String line : lines) {
      number++;
      if (line.equals("BEGIN:VEVENT")) {
        inside = true;
        event.clear();
      } else if (line.equals("END:VEVENT")) {
        inside = false;
        all.add(event(event, zone, number));
      } else if (inside) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          String name = line.substring(0, colon);
          int parameter = name.indexOf(';');
          String bare = parameter < 0 ? name : name.substring(0, parameter);
          event.put(bare.toUpperCase(Locale.ROOT), line.substring(colon + 1));
          int tz = name.toUpperCase(Locale.ROOT).indexOf("TZID=");
          if (tz >= 0) {
            event.put(bare.toUpperCase(Locale.ROOT) + ".TZ", name.substring(tz + 5));
          }
        }
      }
    }
    return all;
  }

  private static Campaign event(Map<String, String> event, ZoneId zone, int line) {
    String name = unescaped(event.getOrDefault("SUMMARY", "")).strip();
    try {
      Instant from = time(event.getOrDefault("DTSTART", ""), zone(event, "DTSTART", zone));
      String end = event.get("DTEND");
      Instant to = end == null ? from.plusSeconds(86_400) : time(end, zone(event, "DTEND", zone));
      Set<String> brands = new TreeSet<>();
      for (String brand : event.getOrDefault("CATEGORIES", "").split(",")) {
        if (!brand.isBlank()) {
          brands.add(brand.strip().toLowerCase(Locale.ROOT));
        }
      }
      return campaign(name, from, to, brands);
    } catch (DateTimeException e) {
      throw Checks.wrong(
          "VEVENT " + line,
          name,
          "DTSTART ou DTEND n’est pas une heure ; donnez 20260301T140000Z",
          "DTSTART or DTEND is no time; give 20260301T140000Z");
    }
  }

  private static ZoneId zone(Map<String, String> event, String key, ZoneId otherwise) {
    String named = event.get(key + ".TZ");
    return named == null ? otherwise : ZoneId.of(named.replace("\"", ""));
  }

  private static Instant time(String value, ZoneId zone) {
    if (value.length() == 8) {
      return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE)
          .atStartOfDay(zone)
          .toInstant();
    }
    boolean utc = value.endsWith("Z");
    LocalDateTime local =
        LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, BASIC);
    return local.atZone(utc ? ZoneId.of("UTC") : zone).toInstant();
  }

  private static String unescaped(String text) {
    return text.replace("\\n", " ").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
  }

  private static List<Campaign> csv(String text, ZoneId zone) {
    String[] lines = text.replace("\r\n", "\n").split("\n");
    String header = lines[0].strip().toLowerCase(Locale.ROOT).replace(';', ',');
    if (!header.startsWith("name,from,to") && !header.startsWith("nom,début,fin")) {
      throw Checks.wrong(
          "1",
          lines[0].strip(),
          "donnez un calendrier (.ics), ou en première ligne nom,début,fin,marques",
          "give a calendar (.ics), or name,from,to,brands as the first line");
    }
    List<Campaign> all = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      String[] cells = lines[i].split("[,;]", -1);
      try {
        Set<String> brands = new TreeSet<>();
        if (cells.length > 3) {
          for (String brand : cells[3].strip().split("\\s+")) {
            if (!brand.isBlank()) {
              brands.add(brand);
            }
          }
        }
        all.add(campaign(cells[0].strip(), plain(cells[1], zone), plain(cells[2], zone), brands));
      } catch (DateTimeException | IndexOutOfBoundsException e) {
        throw Checks.wrong(
            Integer.toString(i + 1),
            lines[i].strip(),
            "cette ligne doit être nom,début,fin,marques avec des heures comme 2026-03-01T14:00",
            "this line must be name,from,to,brands with times as 2026-03-01T14:00");
      }
    }
    return all;
  }

  private static Instant plain(String cell, ZoneId zone) {
    String value = cell.strip();
    if (value.length() == 10) {
      return LocalDate.parse(value).atStartOfDay(zone).toInstant();
    }
    return value.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
        ? OffsetDateTime.parse(value).toInstant()
        : LocalDateTime.parse(value.replace(' ', 'T')).atZone(zone).toInstant();
  }

  private static Campaign campaign(String name, Instant from, Instant to, Set<String> brands) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String day = from.toString().substring(0, 10);
    String id = (slug.length() > 50 ? slug.substring(0, 50) : slug) + "-" + day;
    return new Campaign(
        id.startsWith("-") ? "campagne" + id : id.replace("--", "-"), name, from, to, brands);
  }
}
