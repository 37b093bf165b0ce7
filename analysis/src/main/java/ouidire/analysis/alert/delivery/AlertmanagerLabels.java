package ouidire.analysis.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ouidire.core.alert.Signal;

/**
 * An incident as Alertmanager sees alerts. Labels are its identity: no count and no text is among
 * them.
 */
final class AlertmanagerLabels {
  private AlertmanagerLabels() {}

  static Map<String, String> labels(Message message) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("alertname", "Ouidire" + (message.incident().exercise() ? "Exercice" : ""));
    labels.put("brand", message.incident().brand());
    labels.put("severity", message.severity().name().toLowerCase(Locale.ROOT));
    labels.put("source", "ouidire");
    labels.put("rule_id", message.incident().rules().getFirst());
    labels.put("workspace", message.workspace());
    return labels;
  }

  static Map<String, String> annotations(Message message) {
    Signal signal = message.incident().signal();
    Map<String, String> notes = new TreeMap<>();
    notes.put("summary", message.title());
    notes.put("description", String.join("\n", message.lines()));
    notes.put("observed", Double.toString(signal.observed()));
    notes.put("expected", Double.toString(signal.expected()));
    notes.put("incident", message.incident().key());
    URI acknowledge = message.acknowledge();
    if (acknowledge != null) {
      notes.put("acknowledge_url", acknowledge.toString());
    }
    return notes;
  }

  /** Labels, annotations and times, as both directions of the protocol have them. */
  static void fill(ObjectNode alert, Message message, Instant endsAt) {
    ObjectNode labels = alert.putObject("labels");
    labels(message).forEach(labels::put);
    ObjectNode notes = alert.putObject("annotations");
    annotations(message).forEach(notes::put);
    alert.put("startsAt", message.incident().startedAt().toString());
    alert.put("endsAt", endsAt.toString());
    URI page = message.page();
    alert.put("generatorURL", page == null ? "" : page.toString());
  }

  /** FNV-1a over the sorted labels, 64 bits, as Prometheus names a label set. */
  static String fingerprint(Map<String, String> labels) {
    long hash = 0xcbf29ce484222325L;
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      byte[] bytes = (label.getKey() + "\u00ff" + label.getValue() + "\u00ff").getBytes(UTF_8);
      for (byte b : bytes) {
        hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
      }
    }
    return "%016x".formatted(hash);
  }
}
