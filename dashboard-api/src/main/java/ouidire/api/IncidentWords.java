package ouidire.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import ouidire.core.alert.AlertPolicy;
import ouidire.core.alert.DeliveryFault;
import ouidire.core.alert.WhoActed;

/**
 * An incident in the reader's language: {@code byName} beside who acted, {@code said} beside why a
 * message did not go out. What is kept stays as it is: the chain of the log covers it.
 */
final class IncidentWords {
  private static final Set<String> FAULTS = Set.of("delivery_failed", "delivery_given_up");

  private final AlertPolicy policy;
  private final Locale reader;

  IncidentWords(AlertPolicy policy, Locale reader) {
    this.policy = policy;
    this.reader = reader;
  }

  void putInto(ObjectNode incident) {
    name(incident.path("acknowledgement"), "by", "byName");
    name(incident.path("resolution"), "by", "byName");
    for (JsonNode mute : incident.path("mutes")) {
      name(mute, "by", "byName");
    }
    for (JsonNode task : incident.path("tasks")) {
      name(task, "doneBy", "doneByName");
      name(task, "signedBy", "signedByName");
    }
    for (JsonNode dispatch : incident.path("outbox")) {
      say((ObjectNode) dispatch, dispatch.path("error").asText(""));
    }
    for (JsonNode entry : incident.path("log")) {
      name(entry, "by", "byName");
      if (FAULTS.contains(entry.path("kind").asText())) {
        say((ObjectNode) entry, entry.at("/details/reason").asText(""));
      }
    }
  }

  private void name(JsonNode json, String key, String named) {
    if (json instanceof ObjectNode object && object.hasNonNull(key)) {
      object.put(named, WhoActed.said(object.path(key).asText(), policy, reader));
    }
  }

  private void say(ObjectNode json, String code) {
    if (!code.isEmpty()) {
      json.put("said", DeliveryFault.words(code).in(reader));
    }
  }
}
