package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.api.problem.Problem;
import ouidire.api.problem.ProblemKind;
import ouidire.core.mention.MentionJson;
import ouidire.core.story.StoryDirectory;
import ouidire.core.story.StoryReport;
import ouidire.core.story.StorySummary;

/** {@code GET /api/v1/stories}, fastest first, and one story with all that is known of it. */
final class StoriesResource {
  private final StoryDirectory stories;
  private final FilterParameters filters;
  private final InstantSource clock;

  StoriesResource(StoryDirectory stories, FilterParameters filters, InstantSource clock) {
    this.stories = stories;
    this.filters = filters;
    this.clock = clock;
  }

  void list(Context call) {
    Asked asked = filters.read(call, "limit");
    int limit = asked.more().number("limit", 20, 1, 200);
    Instant now = clock.instant();
    List<StorySummary> running = stories.running(asked.filter(), now, limit);
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          Json.time(json, "at", now);
          json.writeStringField("formula", language.say(Message.of("formula.speed")));
          json.writeArrayFieldStart("stories");
          for (StorySummary each : running) {
            summary(json, each);
          }
          json.writeEndArray();
        });
  }

  private static void summary(JsonGenerator json, StorySummary story) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", story.id());
    json.writeFieldName("first");
    MentionJson.write(json, story.first());
    json.writeNumberField("mentions", story.mentions());
    json.writeNumberField("texts", story.texts());
    json.writeNumberField("sources", story.sources());
    json.writeNumberField("recent", story.recent());
    json.writeNumberField("before", story.before());
    json.writeNumberField("windowSeconds", story.windowSeconds());
    json.writeNumberField("speedPerHour", story.speedPerHour());
    json.writeNumberField("accelerationPerHour", story.accelerationPerHour());
    StoryJson.counts(json, "tones", story.tones());
    json.writeEndObject();
  }

  void one(Context call) {
    Parameters.none(call);
    String id = call.pathParam("id");
    StoryReport report =
        stories
            .story(id, clock.instant())
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemKind.NOT_FOUND, Message.of("thing.story"), Message.shortened(id))
                        .exception());
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(call, json -> StoryJson.report(json, report, language));
  }
}
