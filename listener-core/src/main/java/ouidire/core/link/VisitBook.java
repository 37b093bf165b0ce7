package ouidire.core.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ouidire.core.history.LiveMentions.Subscription;
import ouidire.core.settings.SettingChange;
import ouidire.core.settings.SettingsStore;

/**
 * Visits that people imported, by brand and day. Kept among the settings, one entry of kind {@code
 * visits} for each brand and day ({@code erabelle/2026-03-02}: {@code {"rows":[[page, referrer,
 * visits]]}}), and read from memory. Importing a file again changes nothing. Safe for any number of
 * threads.
 */
public final class VisitBook implements AutoCloseable {
  /** Most rows of one day of one brand. */
  public static final int MAX_ROWS_A_DAY = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(VisitBook.class);
  private static final String KIND = "visits";

  private final SettingsStore settings;
  private final Map<String, NavigableMap<LocalDate, List<Visit>>> byBrand =
      new ConcurrentHashMap<>();
  private final Object changing = new Object();
  private final Subscription subscription;

  /**
   * What there is of a brand.
   *
   * @param first and last day with visits; null without any
   */
  public record Extent(
      @Nullable LocalDate first, @Nullable LocalDate last, long rows, long visits) {}

  /** A day that would have more rows than are kept. */
  public static final class TooManyVisitsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final LocalDate day;
    private final int rows;

    TooManyVisitsException(LocalDate day, int rows) {
      super(day + " would have " + rows + " rows; give at most " + MAX_ROWS_A_DAY);
      this.day = day;
      this.rows = rows;
    }

    public LocalDate day() {
      return day;
    }

    public int rows() {
      return rows;
    }
  }

  public VisitBook(SettingsStore settings) {
    this.settings = settings;
    subscription = settings.subscribe(this::hear);
    settings.list(KIND).forEach(one -> read(one.id(), one.value(), true));
  }

  /** Visits of a brand from one day to another, both inclusive, oldest first. */
  public List<Visit> between(String brand, LocalDate first, LocalDate last) {
    if (first.isAfter(last)) {
      return List.of();
    }
    return days(brand).subMap(first, true, last, true).values().stream()
        .flatMap(Collection::stream)
        .toList();
  }

  public Extent extent(String brand) {
    NavigableMap<LocalDate, List<Visit>> days = days(brand);
    long rows = 0;
    long visits = 0;
    for (List<Visit> day : days.values()) {
      rows += day.size();
      visits += day.stream().mapToLong(Visit::visits).sum();
    }
    return days.isEmpty()
        ? new Extent(null, null, 0, 0)
        : new Extent(days.firstKey(), days.lastKey(), rows, visits);
  }

  /**
   * Keeps visits beside those that are there; a row with the same day, page and referrer as another
   * replaces it.
   *
   * @param author who does it, as people call them
   * @throws TooManyVisitsException when a day would have too many rows; nothing is kept
   */
  public void keep(String brand, Collection<Visit> visits, String author) {
    synchronized (changing) {
      merge(brand, visits, author);
    }
  }

  private void merge(String brand, Collection<Visit> visits, String author) {
    Map<LocalDate, Map<String, Visit>> merged = new TreeMap<>();
    for (Visit visit : visits) {
      merged.computeIfAbsent(visit.day(), day -> rows(brand, day)).put(visit.key(), visit);
    }
    Map<String, ObjectNode> entries = new LinkedHashMap<>();
    merged.forEach((day, rows) -> entries.put(brand + "/" + day, json(day, rows.values())));
    entries.forEach((id, json) -> settings.put(KIND, id, json, author, SettingsStore.ANY_VERSION));
  }

  private Map<String, Visit> rows(String brand, LocalDate day) {
    Map<String, Visit> rows = new LinkedHashMap<>();
    days(brand).getOrDefault(day, List.of()).forEach(visit -> rows.put(visit.key(), visit));
    return rows;
  }

  /** Deletes the visits of a brand from one day to another, both inclusive; how many days. */
  public int delete(String brand, LocalDate first, LocalDate last, String author) {
    List<LocalDate> days =
        first.isAfter(last)
            ? List.of()
            : List.copyOf(days(brand).subMap(first, true, last, true).keySet());
    days.forEach(
        day -> settings.delete(KIND, brand + "/" + day, author, SettingsStore.ANY_VERSION));
    return days.size();
  }

  private NavigableMap<LocalDate, List<Visit>> days(String brand) {
    return byBrand.computeIfAbsent(brand, id -> new ConcurrentSkipListMap<>());
  }

  private static ObjectNode json(LocalDate day, Collection<Visit> visits) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode rows = json.putArray("rows");
    for (Visit visit : visits) {
      ArrayNode row = rows.addArray();
      row.add(visit.page() == null ? null : visit.page().toString());
      row.add(visit.referrer());
      row.add(visit.visits());
    }
    if (rows.size() > MAX_ROWS_A_DAY
        || json.toString().getBytes(UTF_8).length > SettingsStore.MAX_VALUE_BYTES) {
      throw new TooManyVisitsException(day, rows.size());
    }
    return json;
  }

  private void hear(SettingChange change) {
    if (change.kind().equals(KIND)) {
      read(change.id(), change.after(), false);
    }
  }

  /**
   * @param first whether something newer may have been heard already
   */
  private void read(String id, @Nullable JsonNode json, boolean first) {
    try {
      int slash = id.lastIndexOf('/');
      LocalDate day = LocalDate.parse(id.substring(slash + 1));
      NavigableMap<LocalDate, List<Visit>> days = days(id.substring(0, slash));
      if (json == null) {
        days.remove(day);
        return;
      }
      List<Visit> rows = new ArrayList<>();
      for (JsonNode row : json.path("rows")) {
        rows.add(
            new Visit(
                day,
                row.path(0).isTextual() ? CanonicalUrl.of(row.path(0).asText()).orElse(null) : null,
                row.path(1).isTextual() ? row.path(1).asText() : null,
                row.path(2).asLong()));
      }
      if (first) {
        days.putIfAbsent(day, List.copyOf(rows));
      } else {
        days.put(day, List.copyOf(rows));
      }
    } catch (RuntimeException e) {
      LOG.warn("visits of the settings cannot be read: {}", e.toString());
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
