package ouidire.ingest.feed;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Time zones as dates carry them. Abbreviations stand for the offset that they mean in feeds (RFC
 * 822's and the usual European, French and Australian ones); the military letters mean UTC, since
 * RFC 822 had their signs wrong and RFC 2822 says to ignore them.
 */
final class DateZones {
  private static final Pattern OFFSET =
      Pattern.compile("(?:gmt|utc)?\\s*([+-])(\\d{1,2}):?(\\d{2})?");

  private static final Map<String, Integer> MINUTES =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("wet", 0),
          Map.entry("west", 60),
          Map.entry("bst", 60),
          Map.entry("ist", 330),
          Map.entry("cet", 60),
          Map.entry("met", 60),
          Map.entry("mez", 60),
          Map.entry("hnec", 60),
          Map.entry("cest", 120),
          Map.entry("mest", 120),
          Map.entry("mesz", 120),
          Map.entry("eet", 120),
          Map.entry("eest", 180),
          Map.entry("msk", 180),
          Map.entry("msd", 240),
          Map.entry("jst", 540),
          Map.entry("kst", 540),
          Map.entry("hkt", 480),
          Map.entry("sgt", 480),
          Map.entry("awst", 480),
          Map.entry("acst", 570),
          Map.entry("aest", 600),
          Map.entry("aedt", 660),
          Map.entry("nzst", 720),
          Map.entry("nzdt", 780),
          Map.entry("nst", -210),
          Map.entry("ndt", -150),
          Map.entry("ast", -240),
          Map.entry("adt", -180),
          Map.entry("hna", -240),
          Map.entry("haa", -180),
          Map.entry("est", -300),
          Map.entry("edt", -240),
          Map.entry("et", -300),
          Map.entry("hne", -300),
          Map.entry("hae", -240),
          Map.entry("cst", -360),
          Map.entry("cdt", -300),
          Map.entry("ct", -360),
          Map.entry("hnc", -360),
          Map.entry("hac", -300),
          Map.entry("mst", -420),
          Map.entry("mdt", -360),
          Map.entry("mt", -420),
          Map.entry("hnr", -420),
          Map.entry("har", -360),
          Map.entry("pst", -480),
          Map.entry("pdt", -420),
          Map.entry("pt", -480),
          Map.entry("hnp", -480),
          Map.entry("hap", -420),
          Map.entry("akst", -540),
          Map.entry("akdt", -480),
          Map.entry("hst", -600));

  private DateZones() {}

  /** Empty when there is none, or none that we know. */
  static Optional<ZoneId> find(@Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    Matcher offset = OFFSET.matcher(written);
    if (offset.matches()) {
      return ofNumbers(offset);
    }
    Integer minutes = MINUTES.get(written);
    if (minutes != null) {
      return Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60));
    }
    return written.indexOf('/') > 0 ? region(written) : Optional.empty();
  }

  private static Optional<ZoneId> ofNumbers(Matcher offset) {
    int hours = Integer.parseInt(offset.group(2));
    int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
    int seconds = (hours * 60 + minutes) * 60 * (offset.group(1).equals("-") ? -1 : 1);
    return Math.abs(seconds) <= 18 * 3600
        ? Optional.of(ZoneOffset.ofTotalSeconds(seconds))
        : Optional.empty();
  }

  private static Optional<ZoneId> region(String written) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.toLowerCase(Locale.ROOT).equals(written))
        .findFirst()
        .flatMap(
            id -> {
              try {
                return Optional.of(ZoneId.of(id));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }
}
