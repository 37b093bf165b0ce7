package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import ouidire.api.metric.ToneIndex;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.core.history.MentionHistory;
import ouidire.core.settings.SettingsStore;
import ouidire.core.story.Rumour;
import ouidire.core.story.Rumour.InvalidRumourException;
import ouidire.core.story.RumourReport;
import ouidire.core.story.StoryDirectory;

/**
 * {@code /api/v1/rumours}: the stories that people call rumours, by the story's id, with our
 * version of the facts; and {@code report}, one against the other.
 */
final class RumoursResource extends EntryResource {
  private static final Keys KEYS =
      Keys.of().with("ourVersion", Keys.of("text", "link", "mention", "at")).andAnswered();

  private final StoryDirectory stories;
  private final InstantSource clock;

  RumoursResource(
      SettingsStore settings, MentionHistory history, StoryDirectory stories, InstantSource clock) {
    super(
        new Entries(settings, Rumour.KIND, KEYS, (id, body) -> checked(history, id, body)),
        "rumours");
    this.stories = stories;
    this.clock = clock;
  }

  private static ObjectNode checked(MentionHistory history, String id, JsonNode body) {
    if (history.find(id).isEmpty()) {
      throw StoryJson.missing(id);
    }
    Rumour rumour;
    try {
      rumour = Rumour.read(id, body);
    } catch (InvalidRumourException e) {
      throw Entries.badField(
          e.field(),
          body.path("ourVersion").path(e.field()).asText(""),
          Message.of("remedy.rumour." + e.field()));
    }
    JsonNode given = body.path("ourVersion");
    if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
      // Passed over, it would take away what was said before.
      throw Entries.badField("ourVersion", given.asText(""), Message.of("body.object"));
    }
    Rumour.OurVersion ours = rumour.ours();
    String mention = ours == null ? null : ours.mention();
    if (mention != null && (mention.equals(id) || history.find(mention).isEmpty())) {
      throw Entries.badField("mention", mention, Message.of("remedy.rumour.mention"));
    }
    return rumour.json();
  }

  /** {@code GET /api/v1/rumours/{id}/report}. */
  void report(Context call) {
    Parameters.none(call);
    String id = call.pathParam("id");
    Rumour rumour = Rumour.read(id, entries.required(id).value());
    RumourReport report =
        stories.rumour(rumour, clock.instant()).orElseThrow(() -> StoryJson.missing(id));
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          write(json, report);
          json.writeStringField("formula", language.say(Message.of("formula.rumour")));
        });
  }

  private static void write(JsonGenerator json, RumourReport report) throws IOException {
    json.writeStringField("story", report.story());
    Json.time(json, "at", report.at());
    Json.time(json, "corrected", report.corrected());
    side(json, "rumour", report.rumour());
    side(json, "correction", report.correction());
    tone(json, "toneBefore", report.tonesBefore());
    if (report.corrected() == null) {
      json.writeNullField("toneAfter");
    } else {
      tone(json, "toneAfter", report.tonesAfter());
    }
    RumourReport.Pace pace = report.pace();
    if (pace == null) {
      json.writeNullField("pace");
    } else {
      json.writeObjectFieldStart("pace");
      json.writeNumberField("windowSeconds", pace.windowSeconds());
      json.writeNumberField("beforePerHour", rounded(pace.before()));
      json.writeNumberField("afterPerHour", rounded(pace.after()));
      json.writeEndObject();
    }
    Json.time(json, "overtaken", report.overtaken());
    json.writeArrayFieldStart("timeline");
    for (RumourReport.Moment each : report.timeline()) {
      json.writeStartObject();
      Json.time(json, "start", each.start());
      json.writeNumberField("rumourMentions", each.rumourMentions());
      json.writeNumberField("rumourReach", each.rumourReach());
      json.writeNumberField("correctionMentions", each.correctionMentions());
      json.writeNumberField("correctionReach", each.correctionReach());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void side(JsonGenerator json, String key, RumourReport.Side side)
      throws IOException {
    json.writeObjectFieldStart(key);
    Json.text(json, "query", side.query());
    json.writeNumberField("mentions", side.mentions());
    json.writeNumberField("authors", side.authors());
    json.writeNumberField("reach", side.reach());
    json.writeNumberField("reachKnown", side.reachKnown());
    json.writeNumberField("engagement", side.engagement());
    json.writeEndObject();
  }

  private static void tone(JsonGenerator json, String key, Map<String, Long> counts)
      throws IOException {
    long negative = counts.getOrDefault("negative", 0L);
    long neutral = counts.getOrDefault("neutral", 0L);
    long positive = counts.getOrDefault("positive", 0L);
    ToneIndex index = ToneIndex.of(negative, neutral, positive);
    json.writeObjectFieldStart(key);
    json.writeNumberField("n", index.n());
    json.writeNumberField("negative", negative);
    json.writeNumberField("neutral", neutral);
    json.writeNumberField("positive", positive);
    json.writeNumberField("unknown", counts.getOrDefault("unknown", 0L));
    json.writeNumberField("index", index.index());
    json.writeNumberField("low", index.low());
    json.writeNumberField("high", index.high());
    json.writeEndObject();
  }

  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
