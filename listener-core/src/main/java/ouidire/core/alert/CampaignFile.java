package ouidire.core.alert;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads planned campaigns from a calendar: iCalendar ({@link CampaignCalendar}) or CSV ({@link
 * CampaignCsv}).
 */
public final class CampaignFile {
  private static final int LONGEST_SLUG = 50;

  private CampaignFile() {}

  /**
   * @param zone of times that name none
   * @return at least one, each with an id of its own, made of its name and day
   * @throws InvalidDocumentException naming the line or event and what was expected
   */
  public static List<Campaign> read(String text, ZoneId zone) {
    String start = text.replace("\ufeff", "").stripLeading();
    boolean calendar = start.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15);
    List<Planned> read =
        calendar ? new CampaignCalendar(zone).read(start) : new CampaignCsv(zone).read(start);
    if (read.isEmpty()) {
      throw Checks.wrong(
          calendar ? "VCALENDAR" : "csv",
          null,
          "ne contient aucun évènement complet ; vérifiez que le fichier est entier",
          "holds no whole event; check that the file is complete");
    }
    List<Campaign> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Planned each : read) {
      String id = id(each.name(), each.from());
      String own = id;
      for (int n = 2; !ids.add(own); n++) {
        own = id + "-" + n;
      }
      try {
        all.add(new Campaign(own, each.name(), each.from(), each.to(), each.brands()));
      } catch (InvalidDocumentException e) {
        throw e.within(each.place());
      }
    }
    return all;
  }

  /**
   * What a file plans.
   *
   * @param place where it stands: {@code line 3}, {@code VEVENT 2}
   * @param brands as the file names them
   */
  record Planned(String place, String name, Instant from, Instant to, Set<String> brands) {}

  private static String id(String name, Instant from) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = slug.length() > LONGEST_SLUG ? slug.substring(0, LONGEST_SLUG) : slug;
    String bare = cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    return (bare.isEmpty() ? "campagne" : bare) + "-" + from.toString().substring(0, 10);
  }
}
