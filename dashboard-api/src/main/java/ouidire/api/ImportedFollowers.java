package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;

/**
 * Followers that people imported, kept in the settings: kind {@value #KIND}, id {@code account} or
 * {@code account/network}, value {@code {"points":{"2026-03-01":18700}}}.
 */
final class ImportedFollowers {
  static final String KIND = "followers";

  private final SettingsStore settings;

  ImportedFollowers(SettingsStore settings) {
    this.settings = settings;
  }

  /** By account, by network ({@code ""} for none), by day. */
  Map<String, Map<String, Map<LocalDate, Long>>> all() {
    Map<String, Map<String, Map<LocalDate, Long>>> all = new HashMap<>();
    for (Setting entry : settings.list(KIND)) {
      int slash = entry.id().lastIndexOf('/');
      String account = slash < 0 ? entry.id() : entry.id().substring(0, slash);
      String network = slash < 0 ? "" : entry.id().substring(slash + 1);
      Map<LocalDate, Long> points = new TreeMap<>();
      for (Map.Entry<String, JsonNode> point : entry.value().path("points").properties()) {
        points.put(LocalDate.parse(point.getKey()), point.getValue().asLong());
      }
      all.computeIfAbsent(account, _ -> new HashMap<>()).put(network, points);
    }
    return all;
  }

  /** Adds points; a day that is there already is replaced. */
  synchronized void add(List<FollowersCsv.Point> points, String author) {
    Map<String, TreeMap<String, Long>> byId = new LinkedHashMap<>();
    for (FollowersCsv.Point each : points) {
      String id = each.network().isEmpty() ? each.account() : each.account() + "/" + each.network();
      byId.computeIfAbsent(id, this::known).put(each.day().toString(), each.followers());
    }
    byId.forEach(
        (id, days) -> {
          ObjectNode value = JsonNodeFactory.instance.objectNode();
          ObjectNode kept = value.putObject("points");
          days.forEach(kept::put);
          settings.put(KIND, id, value, author, SettingsStore.ANY_VERSION);
        });
  }

  private TreeMap<String, Long> known(String id) {
    TreeMap<String, Long> days = new TreeMap<>();
    settings
        .get(KIND, id)
        .ifPresent(
            entry ->
                entry
                    .value()
                    .path("points")
                    .properties()
                    .forEach(point -> days.put(point.getKey(), point.getValue().asLong())));
    return days;
  }
}
