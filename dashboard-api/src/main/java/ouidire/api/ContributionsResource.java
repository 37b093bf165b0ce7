package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.metric.Habits;
import ouidire.api.metric.Interest;
import ouidire.api.metric.Quality;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.history.MentionFilter;
import ouidire.core.history.MentionHistory;
import ouidire.core.history.MentionOrder;
import ouidire.core.history.Totals;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;

/**
 * What contributions bring: {@code /api/v1/metrics/totals} (reactions, potential reach), {@code
 * /api/v1/metrics/contributions} (interest and quality of the newest), and {@code
 * /api/v1/mentions/{id}/contribution} of one.
 */
final class ContributionsResource {
  /** Mentions that interest and quality of many are told of: the newest. */
  private static final int LOOKED_AT = 200;

  private static final int SHOWN = 5;

  private final MentionHistory history;
  private final FilterParameters filters;

  ContributionsResource(MentionHistory history, FilterParameters filters) {
    this.history = history;
    this.filters = filters;
  }

  /** One mention as it was weighed. */
  private record Weighed(AnalysedMention mention, @Nullable Interest interest, Quality quality) {
    static Weighed of(AnalysedMention mention, Habits habits) {
      Interest interest = Interest.of(mention, habits);
      return new Weighed(mention, interest, Quality.of(mention, interest));
    }
  }

  void totals(Context call) {
    Asked asked = filters.read(call);
    Totals totals = history.totals(asked.filter());
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          json.writeNumberField("mentions", totals.mentions());
          json.writeNumberField("likes", totals.likes());
          json.writeNumberField("comments", totals.comments());
          json.writeNumberField("shares", totals.shares());
          json.writeNumberField("engagement", totals.engagement());
          json.writeNumberField("reach", totals.reach());
          json.writeNumberField("reachKnown", totals.reachKnown());
          json.writeStringField("formula", language.say(Message.of("formula.reach")));
        });
  }

  void one(Context call) {
    Parameters.none(call);
    String id = call.pathParam("id");
    Weighed weighed =
        history.atOneMoment(
            now -> {
              AnalysedMention mention = now.find(id).orElseThrow(() -> missing(id));
              return Weighed.of(mention, Habits.of(now, List.of(mention)));
            });
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          json.writeStringField("id", id);
          interest(json, weighed.interest());
          quality(json, weighed.quality());
          formulas(json, language);
        });
  }

  private static RuntimeException missing(String id) {
    return Problem.of(ProblemKind.NOT_FOUND, Message.of("thing.mention"), Message.shortened(id))
        .exception();
  }

  void many(Context call) {
    Asked asked = filters.read(call);
    MentionFilter filter = asked.filter();
    List<Weighed> all =
        history.atOneMoment(
            now -> {
              List<AnalysedMention> newest =
                  now.search(filter, MentionOrder.NEWEST, LOOKED_AT, null).mentions();
              Habits habits = Habits.of(now, newest);
              return newest.stream().map(each -> Weighed.of(each, habits)).toList();
            });
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          json.writeNumberField("n", all.size());
          json.writeNumberField("lookedAt", LOOKED_AT);
          interests(json, all);
          qualities(json, all);
          formulas(json, language);
        });
  }

  private static void interests(JsonGenerator json, List<Weighed> all) throws IOException {
    double[] known =
        all.stream()
            .map(Weighed::interest)
            .filter(Objects::nonNull)
            .mapToDouble(Interest::value)
            .sorted()
            .toArray();
    json.writeObjectFieldStart("interest");
    json.writeNumberField("n", known.length);
    number(json, "medianTimes", known.length == 0 ? null : Math.exp(median(known)));
    json.writeArrayFieldStart("most");
    List<Weighed> most = new ArrayList<>(all);
    most.removeIf(each -> each.interest() == null || each.interest().value() <= 0);
    most.sort(Comparator.comparingDouble(ContributionsResource::value).reversed());
    for (Weighed each : most.subList(0, Math.min(SHOWN, most.size()))) {
      json.writeStartObject();
      interest(json, each.interest());
      json.writeFieldName("mention");
      MentionJson.write(json, each.mention());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static double value(Weighed each) {
    Interest interest = each.interest();
    return interest == null ? 0 : interest.value();
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static void qualities(JsonGenerator json, List<Weighed> all) throws IOException {
    json.writeObjectFieldStart("quality");
    number(json, "mean", mean(all.stream().mapToDouble(each -> each.quality().value()).toArray()));
    json.writeArrayFieldStart("parts");
    for (Quality.Kind kind : Quality.Kind.values()) {
      double[] known =
          all.stream()
              .flatMap(each -> each.quality().parts().stream())
              .filter(part -> part.kind() == kind && part.value() != null)
              .mapToDouble(part -> part.value() == null ? 0 : part.value())
              .toArray();
      json.writeStartObject();
      Json.word(json, "part", kind);
      json.writeNumberField("weight", kind.weight());
      number(json, "value", mean(known));
      json.writeNumberField("n", known.length);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static @Nullable Double mean(double[] values) {
    return values.length == 0 ? null : Arrays.stream(values).sum() / values.length;
  }

  private static void interest(JsonGenerator json, @Nullable Interest interest) throws IOException {
    if (interest == null) {
      json.writeNullField("interest");
      return;
    }
    json.writeObjectFieldStart("interest");
    number(json, "value", interest.value());
    number(json, "times", interest.times());
    json.writeNumberField("engagement", interest.engagement());
    number(json, "usual", interest.usual());
    number(json, "author", interest.author());
    json.writeNumberField("authorMentions", interest.authorMentions());
    number(json, "source", interest.source());
    json.writeNumberField("sourceMentions", interest.sourceMentions());
    json.writeEndObject();
  }

  private static void quality(JsonGenerator json, Quality quality) throws IOException {
    json.writeObjectFieldStart("quality");
    number(json, "value", quality.value());
    json.writeArrayFieldStart("parts");
    for (Quality.Part part : quality.parts()) {
      json.writeStartObject();
      Json.word(json, "part", part.kind());
      json.writeNumberField("weight", part.kind().weight());
      number(json, "value", part.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void formulas(JsonGenerator json, Language language) throws IOException {
    json.writeObjectFieldStart("formulas");
    json.writeStringField("interest", language.say(Message.of("formula.interest")));
    json.writeStringField("quality", language.say(Message.of("formula.quality")));
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String key, @Nullable Double value)
      throws IOException {
    if (value == null) {
      json.writeNullField(key);
    } else {
      json.writeNumberField(key, Math.round(value * 10_000) / 10_000.0);
    }
  }
}
