package ouidire.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: everything it relies on is well
 * too; 503 otherwise. Open to anyone, so that it names what is not well and keeps why for the log.
 */
final class HealthResource {
  private static final Logger LOG = LoggerFactory.getLogger(HealthResource.class);
  private final List<HealthCheck> checks;

  HealthResource(List<HealthCheck> checks) {
    this.checks = checks;
  }

  void live(Context call) {
    answer(call, true, Map.of());
  }

  void ready(Context call) {
    boolean ready = true;
    Map<String, String> states = new LinkedHashMap<>();
    for (HealthCheck check : checks) {
      boolean well = well(check);
      states.put(check.name(), well ? "ok" : "failing");
      ready &= well;
    }
    answer(call, ready, states);
  }

  private static boolean well(HealthCheck check) {
    try {
      return check
          .problem()
          .get()
          .map(
              problem -> {
                LOG.debug("not ready: {}: {}", check.name(), problem);
                return false;
              })
          .orElse(true);
    } catch (RuntimeException e) {
      LOG.warn("check {} failed itself", check.name(), e);
      return false;
    }
  }

  private static void answer(Context call, boolean well, Map<String, String> states) {
    call.status(well ? 200 : 503).header("Cache-Control", "no-store");
    Json.object(
        call,
        json -> {
          json.writeStringField("status", well ? "ok" : "failing");
          json.writeObjectFieldStart("checks");
          for (Map.Entry<String, String> state : states.entrySet()) {
            json.writeStringField(state.getKey(), state.getValue());
          }
          json.writeEndObject();
        });
  }
}
