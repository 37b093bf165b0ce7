package ouidire.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.api.FilterParameters.Asked;
import ouidire.api.problem.Language;
import ouidire.api.problem.Message;
import ouidire.core.history.MentionFilter;
import ouidire.core.mention.MentionJson;
import ouidire.core.settings.Setting;
import ouidire.core.settings.SettingsStore;
import ouidire.core.story.ForecastAccuracy;
import ouidire.core.story.Rumour;
import ouidire.core.story.StoryDirectory;
import ouidire.core.story.StoryReport;
import ouidire.core.story.StorySummary;

/** {@code GET /api/v1/stories}, fastest first, and one story with all that is known of it. */
final class StoriesResource {
  /** Which stories of a list. */
  private enum Rumours {
    /** Those that people call rumours. */
    ONLY
  }

  private final StoryDirectory stories;
  private final SettingsStore settings;
  private final FilterParameters filters;
  private final InstantSource clock;

  StoriesResource(
      StoryDirectory stories,
      SettingsStore settings,
      FilterParameters filters,
      InstantSource clock) {
    this.stories = stories;
    this.settings = settings;
    this.filters = filters;
    this.clock = clock;
  }

  void list(Context call) {
    Asked asked = filters.read(call, "limit", "rumours");
    int limit = asked.more().number("limit", 20, 1, 200);
    Instant now = clock.instant();
    Set<String> rumours = rumours();
    boolean only = asked.more().word("rumours", Rumours.class).isPresent();
    List<StorySummary> running = running(asked.filter(), only ? rumours : null, now, limit);
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          Json.time(json, "at", now);
          json.writeStringField("formula", language.say(Message.of("formula.speed")));
          json.writeArrayFieldStart("stories");
          for (StorySummary each : running) {
            summary(json, each, rumours.contains(each.id()));
          }
          json.writeEndArray();
        });
  }

  /** Stories that are marked by people. */
  private Set<String> rumours() {
    return settings.list(Rumour.KIND).stream()
        .map(Setting::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param among ids that are looked at; null for all
   */
  private List<StorySummary> running(
      MentionFilter filter, @Nullable Set<String> among, Instant now, int limit) {
    if (among == null) {
      return stories.running(filter, now, limit);
    }
    Set<String> wanted = new HashSet<>(among);
    if (!filter.stories().isEmpty()) {
      wanted.retainAll(filter.stories());
    }
    // An empty set would ask for nothing in particular.
    return wanted.isEmpty() ? List.of() : stories.running(filter.withStories(wanted), now, limit);
  }

  private static void summary(JsonGenerator json, StorySummary story, boolean rumour)
      throws IOException {
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
    json.writeBooleanField("rumour", rumour);
    json.writeEndObject();
  }

  /** {@code GET /api/v1/metrics/forecast}: how good forecasts were on stories that have ended. */
  void accuracy(Context call) {
    Parameters.none(call);
    ForecastAccuracy told = stories.accuracy(clock.instant());
    Language language = Language.of(call.header("Accept-Language"));
    Json.object(
        call,
        json -> {
          Json.time(json, "at", told.at());
          json.writeNumberField("stories", told.stories());
          json.writeNumberField("scale", rounded(told.scale()));
          json.writeArrayFieldStart("ages");
          for (ForecastAccuracy.Age each : told.ages()) {
            json.writeStartObject();
            json.writeNumberField("seconds", each.seconds());
            json.writeNumberField("n", each.n());
            json.writeNumberField("refused", each.refused());
            number(json, "medianError", each.medianError());
            number(json, "coverage", each.coverage());
            number(json, "calibratedCoverage", each.calibratedCoverage());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeStringField("formula", language.say(Message.of("formula.accuracy")));
        });
  }

  private static void number(JsonGenerator json, String key, @Nullable Double value)
      throws IOException {
    if (value == null) {
      json.writeNullField(key);
    } else {
      json.writeNumberField(key, rounded(value));
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  void one(Context call) {
    Parameters.none(call);
    String id = call.pathParam("id");
    StoryReport report =
        stories.story(id, clock.instant()).orElseThrow(() -> StoryJson.missing(id));
    Language language = Language.of(call.header("Accept-Language"));
    boolean rumour = settings.get(Rumour.KIND, id).isPresent();
    Json.object(
        call,
        json -> {
          json.writeBooleanField("rumour", rumour);
          StoryJson.report(json, report, language);
        });
  }
}
