package ouidire.api;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Counts and times calls: {@code ouidire.http.requests} by route, method and status. */
final class CallMeters {
  private static final String BEGUN = "ouidire.begun";
  private final MeterRegistry meters;

  CallMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void begin(Context call) {
    call.attribute(BEGUN, meters.config().clock().monotonicTime());
  }

  void record(Context call) {
    Long begun = call.attribute(BEGUN);
    if (begun == null) {
      return;
    }
    Timer.builder("ouidire.http.requests")
        .description("Calls answered, until the last byte for streams")
        .tag("route", route(call))
        .tag("method", call.method().name())
        .tag("status", String.valueOf(call.statusCode()))
        .register(meters)
        .record(meters.config().clock().monotonicTime() - begun, TimeUnit.NANOSECONDS);
  }

  /** As the table of routes has it, never as the caller wrote it: few values, no secrets. */
  private static String route(Context call) {
    Endpoint matched = call.endpoints().matchedHttpEndpoint();
    return matched == null ? "none" : matched.path;
  }
}
