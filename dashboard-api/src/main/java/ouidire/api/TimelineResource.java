package ouidire.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.metric.CountUnit;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.core.history.BucketSize;
import ouidire.core.history.Dimension;
import ouidire.core.history.InvalidQueryException;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.TimeBucket;
import ouidire.core.mention.AnalysedMention;

/** {@code GET /api/v1/metrics/timeline}: mentions over time, in the reader's time zone. */
final class TimelineResource {
  private static final Map<String, BucketSize> SIZES = new LinkedHashMap<>();

  static {
    SIZES.put("minute", BucketSize.MINUTE);
    SIZES.put("5m", BucketSize.FIVE_MINUTES);
    SIZES.put("15m", BucketSize.QUARTER_HOUR);
    SIZES.put("hour", BucketSize.HOUR);
    SIZES.put("day", BucketSize.DAY);
    SIZES.put("week", BucketSize.WEEK);
    SIZES.put("month", BucketSize.MONTH);
  }

  private static final String AUTO = "auto";

  private final MentionHistory history;
  private final FilterParameters filters;

  TimelineResource(MentionHistory history, FilterParameters filters) {
    this.history = history;
    this.filters = filters;
  }

  void timeline(Context call) {
    Asked asked = filters.read(call, "bucket", "split", "unit");
    Dimension split = asked.more().word("split", Dimension.class).orElse(null);
    CountUnit unit = asked.more().word("unit", CountUnit.class).orElse(CountUnit.MENTIONS);
    if (split != null && unit != CountUnit.MENTIONS) {
      throw Problem.parameter("split", Json.word(split), Message.of("remedy.split.unit"))
          .exception();
    }
    String bucket = asked.more().one("bucket").orElse(AUTO);
    String size = bucket.equals(AUTO) ? fitting(asked.filter()) : bucket;
    List<TimeBucket> buckets = buckets(asked, size, unit.dimension().orElse(split));
    long total = unit.count(history, asked.filter());
    Json.object(
        call,
        json -> {
          json.writeStringField("bucket", size);
          Json.word(json, "unit", unit);
          json.writeStringField("tz", asked.zone().getId());
          Json.text(json, "split", split == null ? null : Json.word(split));
          json.writeNumberField("total", total);
          json.writeArrayFieldStart("buckets");
          for (TimeBucket each : buckets) {
            json.writeStartObject();
            json.writeStringField("start", each.start().toString());
            json.writeStringField("end", each.end().toString());
            boolean distinct = unit != CountUnit.MENTIONS;
            json.writeNumberField("count", distinct ? each.split().size() : each.count());
            json.writeObjectFieldStart("split");
            Map<String, Long> parts = distinct ? Map.of() : each.split();
            for (Map.Entry<String, Long> part : new TreeMap<>(parts).entrySet()) {
              json.writeNumberField(part.getKey(), part.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private List<TimeBucket> buckets(Asked asked, String size, @Nullable Dimension split) {
    BucketSize known = SIZES.get(size);
    if (known == null) {
      throw Parameters.noneOf("bucket", size, List.of((String.join(", ", SIZES.keySet())), AUTO));
    }
    try {
      return history.histogram(asked.filter(), known, asked.zone(), split);
    } catch (InvalidQueryException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw Problem.parameter("bucket", size, Message.of("remedy.buckets")).exception();
    }
  }

  /** The bucket that gives about 24 to 180 bars over the period. */
  private String fitting(MentionFilter filter) {
    Optional<Instant> from = end(filter, filter.from(), MentionOrder.OLDEST);
    Optional<Instant> to = end(filter, filter.to(), MentionOrder.NEWEST);
    if (from.isEmpty() || to.isEmpty()) {
      return "day";
    }
    Duration period = Duration.between(from.get(), to.get());
    if (period.compareTo(Duration.ofHours(3)) <= 0) {
      return "minute";
    } else if (period.compareTo(Duration.ofHours(12)) <= 0) {
      return "5m";
    } else if (period.compareTo(Duration.ofHours(36)) <= 0) {
      return "15m";
    } else if (period.compareTo(Duration.ofDays(8)) <= 0) {
      return "hour";
    } else if (period.compareTo(Duration.ofDays(190)) <= 0) {
      return "day";
    }
    return period.compareTo(Duration.ofDays(3 * 366)) <= 0 ? "week" : "month";
  }

  private Optional<Instant> end(MentionFilter filter, @Nullable Instant said, MentionOrder order) {
    if (said != null) {
      return Optional.of(said);
    }
    List<AnalysedMention> outermost = history.search(filter, order, 1, null).mentions();
    return outermost.stream().findFirst().map(found -> found.mention().publishedAt());
  }
}
