package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemException;
import ouidire.api.problem.ProblemKind;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.MentionJson;
import ouidire.core.story.RelayOrigin;
import ouidire.core.story.StoryReport;

/** A story as the API says it. */
final class StoryJson {
  private static final List<String> FORMULAS = List.of("speed", "reach", "virality", "forecast");

  private StoryJson() {}

  /** That there is no story of this id, to be thrown. */
  static ProblemException missing(String id) {
    return Problem.of(ProblemKind.NOT_FOUND, Message.of("thing.story"), Message.shortened(id))
        .exception();
  }

  static void report(JsonGenerator json, StoryReport story, Language language) throws IOException {
    json.writeStringField("id", story.id());
    Json.time(json, "at", story.at());
    mention(json, "first", story.first());
    StoryReport.Size size = story.size();
    json.writeObjectFieldStart("size");
    json.writeNumberField("mentions", size.mentions());
    json.writeNumberField("texts", size.texts());
    json.writeNumberField("sources", size.sources());
    json.writeNumberField("authors", size.authors());
    json.writeNumberField("reach", size.reach());
    json.writeNumberField("reachKnown", size.reachKnown());
    json.writeEndObject();
    StoryReport.Speed speed = story.speed();
    json.writeObjectFieldStart("speed");
    json.writeNumberField("windowSeconds", speed.windowSeconds());
    json.writeNumberField("perHour", rounded(speed.perHour()));
    json.writeNumberField("reachPerHour", rounded(speed.reachPerHour()));
    json.writeNumberField("accelerationPerHour", rounded(speed.accelerationPerHour()));
    number(json, "doublingSeconds", speed.doublingSeconds());
    json.writeEndObject();
    milestones(json, story.milestones());
    json.writeObjectFieldStart("tree");
    json.writeNumberField("depth", story.tree().depth());
    json.writeNumberField("breadth", story.tree().breadth());
    json.writeNumberField("virality", rounded(story.tree().virality()));
    json.writeObjectFieldStart("origins");
    for (RelayOrigin origin : RelayOrigin.values()) {
      json.writeNumberField(Json.word(origin), story.tree().origins().getOrDefault(origin, 0));
    }
    json.writeEndObject();
    json.writeEndObject();
    counts(json, "tones", story.tones());
    lists(json, story);
    forecasts(json, story);
    signals(json, story.signals());
    mentions(json, "against", story.against());
    mentions(json, "inFavour", story.inFavour());
    json.writeObjectFieldStart("formulas");
    for (String each : FORMULAS) {
      json.writeStringField(each, language.say(Message.of("formula." + each)));
    }
    json.writeEndObject();
  }

  private static void milestones(JsonGenerator json, StoryReport.Milestones reached)
      throws IOException {
    json.writeObjectFieldStart("milestones");
    number(json, "halfSeconds", reached.half());
    json.writeArrayFieldStart("sources");
    for (Map.Entry<Integer, Long> each : new TreeMap<>(reached.sources()).entrySet()) {
      json.writeStartObject();
      json.writeNumberField("sources", each.getKey());
      json.writeNumberField("seconds", each.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    number(json, "pressSeconds", reached.press());
    Json.text(json, "press", reached.pressId());
    json.writeEndObject();
  }

  private static void lists(JsonGenerator json, StoryReport story) throws IOException {
    json.writeArrayFieldStart("timeline");
    for (StoryReport.Moment each : story.timeline()) {
      json.writeStartObject();
      Json.time(json, "start", each.start());
      json.writeNumberField("mentions", each.mentions());
      json.writeNumberField("reach", each.reach());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("sources");
    for (StoryReport.SourcePart each : story.sources()) {
      json.writeStartObject();
      json.writeStringField("source", each.source());
      json.writeNumberField("mentions", each.mentions());
      Json.time(json, "since", each.since());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("amplifiers");
    for (StoryReport.Amplifier each : story.amplifiers()) {
      json.writeStartObject();
      json.writeStringField("author", each.author());
      json.writeStringField("mention", each.id());
      Json.time(json, "at", each.at());
      number(json, "followers", each.followers());
      json.writeNumberField("relays", each.relays());
      json.writeNumberField("brought", each.brought());
      json.writeBooleanField("inferred", each.inferred());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("variants");
    for (StoryReport.Variant each : story.variants()) {
      json.writeStartObject();
      json.writeStringField("mention", each.id());
      Json.text(json, "author", each.author());
      Json.time(json, "at", each.at());
      json.writeNumberField("copies", each.copies());
      json.writeStringField("of", each.of());
      json.writeArrayFieldStart("changes");
      for (StoryReport.Change change : each.changes()) {
        json.writeStartObject();
        Json.word(json, "kind", change.kind());
        json.writeStringField("text", change.text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void forecasts(JsonGenerator json, StoryReport story) throws IOException {
    StoryReport.Forecast now = story.forecast();
    if (now == null) {
      json.writeNullField("forecast");
    } else {
      json.writeFieldName("forecast");
      forecast(json, now);
    }
    json.writeArrayFieldStart("forecasts");
    for (StoryReport.Forecast each : story.forecasts()) {
      forecast(json, each);
    }
    json.writeEndArray();
  }

  private static void signals(JsonGenerator json, List<StoryReport.Signal> signals)
      throws IOException {
    json.writeArrayFieldStart("signals");
    for (StoryReport.Signal each : signals) {
      json.writeStartObject();
      Json.word(json, "kind", each.kind());
      json.writeNumberField("count", each.count());
      json.writeNumberField("seconds", each.seconds());
      json.writeNumberField("young", each.young());
      json.writeNumberField("ageKnown", each.ageKnown());
      json.writeArrayFieldStart("evidence");
      for (String id : each.evidence()) {
        json.writeString(id);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void forecast(JsonGenerator json, StoryReport.Forecast told) throws IOException {
    json.writeStartObject();
    Json.time(json, "at", told.at());
    json.writeNumberField("observed", told.observed());
    json.writeBooleanField("supercritical", told.supercritical());
    number(json, "expected", told.expected());
    number(json, "low", told.low());
    number(json, "high", told.high());
    number(json, "reachExpected", told.reachExpected());
    json.writeEndObject();
  }

  private static void mentions(JsonGenerator json, String key, List<AnalysedMention> mentions)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (AnalysedMention each : mentions) {
      MentionJson.write(json, each);
    }
    json.writeEndArray();
  }

  private static void mention(JsonGenerator json, String key, AnalysedMention mention)
      throws IOException {
    json.writeFieldName(key);
    MentionJson.write(json, mention);
  }

  static void counts(JsonGenerator json, String key, Map<String, Long> counts) throws IOException {
    json.writeObjectFieldStart(key);
    for (Map.Entry<String, Long> each : new TreeMap<>(counts).entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String key, @Nullable Long value)
      throws IOException {
    if (value == null) {
      json.writeNullField(key);
    } else {
      json.writeNumberField(key, value);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
