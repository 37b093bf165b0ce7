package ouidire.ingest.file;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** French and English words of dates, folded to lower case without accents. */
final class DateWords {
  /** Months from 1, by full and usual short names. */
  static final Map<String, Integer> MONTHS = months();

  /** Offsets of zones by the abbreviations that exports carry; ambiguous ones are left out. */
  static final Map<String, ZoneOffset> ZONES = zones();

  /** Words that add nothing: weekdays, articles, ordinals, the T of ISO 8601. */
  static final Set<String> IGNORED =
      Set.of(
          ("lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim"
                  + " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu"
                  + " thur thurs fri sat sun le la a at de du of the on er st nd rd th e t vers")
              .split(" "));

  private DateWords() {}

  private static Map<String, Integer> months() {
    String[] names = {
      "janvier janv jan january",
      "fevrier fevr fev feb february",
      "mars mar march",
      "avril avr apr april",
      "mai may",
      "juin jun june",
      "juillet juil jul july",
      "aout aou aug august",
      "septembre sept sep september",
      "octobre oct october",
      "novembre nov november",
      "decembre dec december"
    };
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ")) {
        months.put(name, i + 1);
      }
    }
    return Map.copyOf(months);
  }

  private static Map<String, ZoneOffset> zones() {
    Map<String, ZoneOffset> zones = new HashMap<>();
    for (String utc : "z utc gmt tu".split(" ")) {
      zones.put(utc, ZoneOffset.UTC);
    }
    String[] named = {
      "hnt -3:30",
      "nst -3:30",
      "hna -4",
      "ast -4",
      "hae -4",
      "edt -4",
      "hne -5",
      "est -5",
      "hac -5",
      "cdt -5",
      "hnc -6",
      "hnr -7",
      "mst -7",
      "hap -7",
      "pdt -7",
      "hnp -8",
      "pst -8",
      "cet +1",
      "hnec +1",
      "cest +2",
      "heec +2",
      "eet +2",
      "eest +3"
    };
    for (String zone : named) {
      int space = zone.indexOf(' ');
      String[] offset = zone.substring(space + 1).split(":");
      int hours = Integer.parseInt(offset[0]);
      int minutes = offset.length > 1 ? Integer.signum(hours) * Integer.parseInt(offset[1]) : 0;
      zones.put(zone.substring(0, space), ZoneOffset.ofHoursMinutes(hours, minutes));
    }
    return Map.copyOf(zones);
  }
}
