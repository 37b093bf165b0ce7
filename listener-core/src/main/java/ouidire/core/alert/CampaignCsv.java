package ouidire.core.alert;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ouidire.core.alert.CampaignFile.Planned;

/**
 * Campaigns as CSV: columns {@code name, from, to, brands}, or {@code nom, début, fin, marques}, in
 * any order, with commas, semicolons or tabs between and quotation marks where needed; brands are
 * parted by spaces, commas or bars, and none means all. Days are {@code 2026-03-01} or {@code
 * 01/03/2026} (day first), times {@code 2026-03-01T14:00}; a last day counts whole.
 */
final class CampaignCsv {
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("name", "name"),
          Map.entry("nom", "name"),
          Map.entry("from", "from"),
          Map.entry("start", "from"),
          Map.entry("debut", "from"),
          Map.entry("début", "from"),
          Map.entry("to", "to"),
          Map.entry("end", "to"),
          Map.entry("fin", "to"),
          Map.entry("brand", "brands"),
          Map.entry("brands", "brands"),
          Map.entry("marque", "brands"),
          Map.entry("marques", "brands"));

  private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d/M/uuuu");
  private static final DateTimeFormatter DAY_FIRST_TIME =
      DateTimeFormatter.ofPattern("d/M/uuuu H:mm");

  private final ZoneId zone;

  CampaignCsv(ZoneId zone) {
    this.zone = zone;
  }

  List<Planned> read(String text) {
    String[] lines = text.split("\\R", -1);
    char mark = mark(lines[0]);
    List<String> header =
        cells(lines[0], mark).stream()
            .map(cell -> COLUMNS.getOrDefault(cell.strip().toLowerCase(Locale.ROOT), ""))
            .toList();
    if (!header.containsAll(List.of("name", "from", "to"))) {
      throw Checks.wrong(
          "line 1",
          lines[0].strip(),
          "donnez un calendrier (.ics), ou en première ligne nom,début,fin,marques",
          "give a calendar (.ics), or name,from,to,brands as the first line");
    }
    List<Planned> all = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        all.add(row(header, cells(lines[i], mark), "line " + (i + 1), lines[i].strip()));
      }
    }
    return all;
  }

  private Planned row(List<String> header, List<String> cells, String place, String line) {
    try {
      String to = cell(header, cells, "to");
      Instant end = day(to) ? time(to).plusSeconds(86_400) : time(to);
      return new Planned(
          place,
          cell(header, cells, "name"),
          time(cell(header, cells, "from")),
          end,
          brands(cell(header, cells, "brands")));
    } catch (DateTimeException e) {
      throw Checks.wrong(
          place,
          line,
          "le début ou la fin ne se comprend pas ; donnez 2026-03-01, 01/03/2026 ou"
              + " 2026-03-01T14:00",
          "from or to cannot be read; give 2026-03-01, 01/03/2026 (day first) or 2026-03-01T14:00");
    }
  }

  private static String cell(List<String> header, List<String> cells, String column) {
    int at = header.indexOf(column);
    return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
  }

  private static Set<String> brands(String cell) {
    Set<String> brands = new TreeSet<>();
    for (String brand : cell.split("[\\s,;|]+")) {
      if (!brand.isBlank()) {
        brands.add(brand);
      }
    }
    return brands;
  }

  private static boolean day(String cell) {
    return cell.matches("\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}/\\d{4}");
  }

  private Instant time(String cell) {
    if (day(cell)) {
      LocalDate day = cell.contains("/") ? LocalDate.parse(cell, DAY_FIRST) : LocalDate.parse(cell);
      return day.atStartOfDay(zone).toInstant();
    }
    if (cell.contains("/")) {
      return LocalDateTime.parse(cell.replace('T', ' '), DAY_FIRST_TIME).atZone(zone).toInstant();
    }
    return cell.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
        ? OffsetDateTime.parse(cell.replace(' ', 'T')).toInstant()
        : LocalDateTime.parse(cell.replace(' ', 'T')).atZone(zone).toInstant();
  }

  /** What stands between cells: the one of the three that the header has most. */
  private static char mark(String header) {
    char most = ',';
    for (char each : new char[] {';', '\t'}) {
      if (count(header, each) > count(header, most)) {
        most = each;
      }
    }
    return most;
  }

  private static long count(String text, char mark) {
    return text.chars().filter(each -> each == mark).count();
  }

  /** Cells of a line; two quotation marks within quotation marks are one (RFC 4180). */
  private static List<String> cells(String line, char mark) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == mark && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
