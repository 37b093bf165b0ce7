package ouidire.api;

import io.javalin.http.Context;
import java.util.List;
import ouidire.api.FilterParameters.Asked;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
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
    MentionFilter filter = filters.read(call).filter();
    long mentions = history.count(filter);
    long authors = history.countDistinct(filter, Dimension.AUTHOR);
    long sources = history.countDistinct(filter, Dimension.SOURCE);
    Json.object(
        call,
        json -> {
          json.writeNumberField("mentions", mentions);
          json.writeNumberField("authors", authors);
          json.writeNumberField("sources", sources);
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
