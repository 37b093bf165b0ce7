package ouidire.api;

import io.javalin.http.Context;
import java.time.Instant;
import ouidire.core.history.MentionFilter;

/** {@code GET /api/v1/status}: the pipeline's counters, and how much history there is. */
final class StatusResource {
  private final ApiPorts ports;
  private final String version;
  private final Instant startedAt;

  StatusResource(ApiPorts ports, ApiSettings settings) {
    this.ports = ports;
    this.version = settings.version();
    this.startedAt = ports.clock().instant();
  }

  void status(Context call) {
    Parameters.none(call);
    PipelineStatus now = ports.pipeline().get();
    long mentions = ports.history().count(MentionFilter.ALL);
    Json.object(
        call,
        json -> {
          json.writeStringField("version", version);
          Json.time(json, "startedAt", startedAt);
          json.writeObjectFieldStart("pipeline");
          json.writeNumberField("collected", now.collected());
          json.writeNumberField("analysed", now.analysed());
          json.writeNumberField("notKept", now.notKept());
          json.writeNumberField("rejected", now.rejected());
          json.writeNumberField("dead", now.dead());
          json.writeNumberField("indexed", now.indexed());
          json.writeNumberField("lag", now.lag());
          json.writeEndObject();
          json.writeObjectFieldStart("history");
          json.writeNumberField("mentions", mentions);
          json.writeEndObject();
          json.writeArrayFieldStart("roles");
          for (String role : now.roles().stream().sorted().toList()) {
            json.writeString(role);
          }
          json.writeEndArray();
        });
  }
}
