package ouidire.api;

import io.javalin.http.Context;
import java.util.Locale;
import ouidire.core.source.SourceDirectory;
import ouidire.core.source.SourceStatus;
import ouidire.core.words.Wording;

/** {@code GET /api/v1/sources}: every source and how it is doing. */
final class SourcesResource {
  private final SourceDirectory sources;

  SourcesResource(SourceDirectory sources) {
    this.sources = sources;
  }

  void list(Context call) {
    Parameters.none(call);
    Locale reader = AnswerLanguage.of(call);
    Json.object(
        call,
        json -> {
          json.writeArrayFieldStart("sources");
          for (SourceStatus source : sources.sources()) {
            json.writeStartObject();
            json.writeStringField("id", source.id());
            json.writeStringField("kind", source.kind());
            json.writeStringField("name", source.name());
            Json.text(json, "url", source.url());
            Json.word(json, "state", source.state());
            Json.time(json, "lastSuccess", source.lastSuccess());
            Json.time(json, "lastAttempt", source.lastAttempt());
            Json.time(json, "nextAttempt", source.nextAttempt());
            json.writeNumberField("consecutiveFailures", source.consecutiveFailures());
            Wording error = source.lastError();
            Json.text(json, "lastError", error == null ? null : error.in(reader));
            json.writeNumberField("mentions", source.mentions());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
