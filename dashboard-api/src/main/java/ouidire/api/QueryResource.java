package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.brand.Brand;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.BucketSize;
import ouidire.core.history.Dimension;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.MentionPage;
import ouidire.core.history.TimeBucket;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

/** {@code /api/v1/query}: what a query means, costs, would find, and why. Changes nothing. */
final class QueryResource {
  private static final int SAMPLE = 10;
  private static final int MAX_DAYS = 366;
  private static final int DAYS = 30;

  private final QueryDesk desk;
  private final MentionHistory history;
  private final BrandCatalogue brands;
  private final InstantSource clock;

  QueryResource(
      QueryDesk desk, MentionHistory history, BrandCatalogue brands, InstantSource clock) {
    this.desk = desk;
    this.history = history;
    this.brands = brands;
    this.clock = clock;
  }

  void validate(Context call) throws IOException {
    JsonNode body = Entries.body(call);
    String use = body.path("use").asText("search");
    if (!List.of("search", "brand").contains(use)) {
      throw Parameters.noneOf("use", use, List.of("search", "brand"));
    }
    // Any text has an answer here, however long: the answer says what is wrong with it.
    answer(call, desk.validate(body.path("query").asText(""), use.equals("brand")));
  }

  /** How many mentions of the last days a query finds, day by day by tone, and the newest few. */
  void preview(Context call) throws IOException {
    JsonNode body = Entries.body(call);
    String query = query(body);
    int days = body.path("days").asInt(DAYS);
    if (days < 1 || days > MAX_DAYS) {
      throw Entries.badField(
          "days", body.path("days").asText(""), Message.of("remedy.number", "1", "" + MAX_DAYS));
    }
    List<Brand> all = brands.brands();
    ZoneId zone = all.isEmpty() ? ZoneOffset.UTC : all.getFirst().zone();
    Instant to = clock.instant();
    Instant from = to.minus(Duration.ofDays(days));
    MentionFilter filter = MentionFilter.ALL.withQuery(query).withPeriod(from, to);
    MentionPage page = history.search(filter, MentionOrder.NEWEST, SAMPLE, null);
    List<TimeBucket> buckets = history.histogram(filter, BucketSize.DAY, zone, Dimension.TONE);
    Json.object(
        call,
        json -> {
          json.writeStringField("query", query);
          Json.time(json, "from", from);
          Json.time(json, "to", to);
          json.writeNumberField("total", page.total());
          json.writeArrayFieldStart("days");
          for (TimeBucket bucket : buckets) {
            json.writeStartObject();
            Json.time(json, "start", bucket.start());
            Json.time(json, "end", bucket.end());
            json.writeNumberField("count", bucket.count());
            json.writeObjectFieldStart("split");
            for (var tone : bucket.split().entrySet()) {
              json.writeNumberField(tone.getKey(), tone.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("mentions");
          for (AnalysedMention mention : page.mentions()) {
            MentionJson.write(json, mention);
          }
          json.writeEndArray();
        });
  }

  /** Why one mention matches a query, or the clause because of which it does not. */
  void explain(Context call) throws IOException {
    JsonNode body = Entries.body(call);
    String query = query(body);
    String id = body.path("mention").asText("");
    AnalysedMention mention =
        history
            .find(id)
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemKind.NOT_FOUND,
                            Message.of("thing.mention"),
                            Message.shortened(id))
                        .exception());
    answer(call, desk.explain(query, mention));
  }

  /** Another tool's query in our language, with what could not be carried. */
  void translate(Context call) throws IOException {
    JsonNode body = Entries.body(call);
    String from = body.path("from").asText("");
    if (!desk.tools().contains(from)) {
      throw Parameters.noneOf("from", from, desk.tools());
    }
    boolean french = Language.of(call.header("Accept-Language")) == Language.FR;
    answer(call, desk.translate(body.path("query").asText(""), from, french));
  }

  private static String query(JsonNode body) {
    String query = body.path("query").asText("");
    if (query.isBlank()) {
      throw Entries.badField("query", query, Message.of("remedy.empty"));
    }
    return query;
  }

  private static void answer(Context call, ObjectNode body) {
    call.contentType(Json.TYPE).result(body.toString());
  }
}
