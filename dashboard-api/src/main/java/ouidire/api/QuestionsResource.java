package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.metric.Questions;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.core.brand.BrandCatalogue;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

/** {@code GET /api/v1/metrics/questions}: what people asked, and what nobody answered. */
final class QuestionsResource {
  private final MentionHistory history;
  private final FilterParameters filters;
  private final BrandCatalogue brands;
  private final InstantSource clock;

  QuestionsResource(
      MentionHistory history,
      FilterParameters filters,
      BrandCatalogue brands,
      InstantSource clock) {
    this.history = history;
    this.filters = filters;
    this.brands = brands;
    this.clock = clock;
  }

  void questions(Context call) {
    Asked asked = filters.read(call, "limit");
    int limit = asked.more().number("limit", 20, 1, 200);
    MentionFilter filter = asked.filter();
    Set<String> accounts =
        brands.brands().stream()
            .filter(b -> filter.brands().isEmpty() || filter.brands().contains(b.id()))
            .flatMap(b -> b.accounts().stream())
            .collect(Collectors.toUnmodifiableSet());
    Questions all =
        history.atOneMoment(now -> Questions.of(now, filter, accounts, clock.instant()));
    List<Questions.Asked> open = all.open();
    long answered = all.asked().size() - open.size();
    long byOthers = open.stream().filter(one -> one.first() != null).count();
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          json.writeStringField("formula", language.say(Message.of("formula.questions")));
          json.writeNumberField("asked", all.asked().size());
          json.writeNumberField("answered", answered);
          json.writeNumberField("answeredByOthers", byOthers);
          json.writeNumberField("open", open.size());
          seconds(json, "medianResponseSeconds", all.medianResponse());
          json.writeArrayFieldStart("questions");
          for (Questions.Asked one : open.subList(0, Math.min(limit, open.size()))) {
            json.writeStartObject();
            json.writeNumberField("ageSeconds", one.age().toSeconds());
            answer(json, one.first());
            json.writeFieldName("mention");
            MentionJson.write(json, one.question());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void answer(JsonGenerator json, @Nullable AnalysedMention first)
      throws IOException {
    if (first == null) {
      json.writeNullField("first");
      return;
    }
    json.writeObjectFieldStart("first");
    json.writeStringField("mention", first.id());
    Json.text(json, "author", first.mention().author().key());
    Json.time(json, "at", first.mention().publishedAt());
    json.writeEndObject();
  }

  private static void seconds(JsonGenerator json, String key, @Nullable Duration value)
      throws IOException {
    if (value == null) {
      json.writeNullField(key);
    } else {
      json.writeNumberField(key, value.toSeconds());
    }
  }
}
