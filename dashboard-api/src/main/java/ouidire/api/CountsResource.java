package ouidire.api;

import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.metric.CountUnit;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.ValueCount;

/** {@code GET /api/v1/metrics/count} and {@code top}: how many, and of what. */
final class CountsResource {
  private final MentionHistory history;
  private final FilterParameters filters;

  CountsResource(MentionHistory history, FilterParameters filters) {
    this.history = history;
    this.filters = filters;
  }

  void count(Context call) {
    Asked asked = filters.read(call, "unit");
    CountUnit unit = asked.more().word("unit", CountUnit.class).orElse(CountUnit.MENTIONS);
    Map<CountUnit, Long> counts =
        history.atOneMoment(
            now -> {
              Map<CountUnit, Long> all = new EnumMap<>(CountUnit.class);
              for (CountUnit each : CountUnit.values()) {
                all.put(each, each.count(now, asked.filter()));
              }
              return all;
            });
    Json.object(
        call,
        json -> {
          Json.word(json, "unit", unit);
          json.writeNumberField("count", counts.getOrDefault(unit, 0L));
          for (Map.Entry<CountUnit, Long> each : counts.entrySet()) {
            json.writeNumberField(Json.word(each.getKey()), each.getValue());
          }
        });
  }

  void top(Context call) {
    Asked asked = filters.read(call, "by", "limit");
    Dimension by = asked.more().word("by", Dimension.class).orElse(Dimension.SOURCE);
    int limit = asked.more().number("limit", 20, 1, 1_000);
    List<ValueCount> values = history.top(asked.filter(), by, limit);
    long total = history.count(asked.filter());
    long distinct = history.countDistinct(asked.filter(), by);
    Json.object(
        call,
        json -> {
          Json.word(json, "by", by);
          json.writeNumberField("total", total);
          json.writeNumberField("distinct", distinct);
          json.writeArrayFieldStart("values");
          for (ValueCount value : values) {
            json.writeStartObject();
            json.writeStringField("value", value.value());
            json.writeNumberField("count", value.count());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
