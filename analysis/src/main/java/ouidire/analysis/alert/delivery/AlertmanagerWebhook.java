package ouidire.analysis.alert.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import ouidire.core.alert.Channel;

/** The body that Alertmanager posts to its webhook receivers, version 4. */
final class AlertmanagerWebhook implements Notifier {
  private final Poster poster;
  private final String url;
  private final Map<String, String> headers;

  AlertmanagerWebhook(Channel channel, Poster poster) {
    this.poster = poster;
    url = Texts.required(channel, "url");
    headers = Alertmanager.bearer(channel);
  }

  @Override
  public Delivery deliver(Message message) {
    return poster.post(url, Texts.bytes(body(message)), headers);
  }

  private static ObjectNode body(Message message) {
    String status = message.resolved() ? "resolved" : "firing";
    Map<String, String> labels = AlertmanagerLabels.labels(message);
    URI page = message.page();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("version", "4");
    body.put("groupKey", message.incident().key());
    body.put("truncatedAlerts", 0);
    body.put("status", status);
    body.put("receiver", "ouidire");
    ObjectNode group = body.putObject("groupLabels");
    group.put("alertname", labels.get("alertname"));
    ObjectNode common = body.putObject("commonLabels");
    labels.forEach(common::put);
    ObjectNode notes = body.putObject("commonAnnotations");
    AlertmanagerLabels.annotations(message).forEach(notes::put);
    body.put("externalURL", page == null ? "" : page.toString());
    body.put("notification_reason", reason(message));
    ObjectNode alert = body.putArray("alerts").addObject();
    alert.put("status", status);
    Instant ended = message.incident().endedAt();
    // Go's zero time means: not over.
    AlertmanagerLabels.fill(
        alert,
        message,
        message.resolved() && ended != null ? ended : Instant.parse("0001-01-01T00:00:00Z"));
    alert.put("fingerprint", AlertmanagerLabels.fingerprint(labels));
    return body;
  }

  private static String reason(Message message) {
    return switch (message.action()) {
      case TRIGGER, CHANNEL_DEAD -> "first notification";
      case UPDATE, ACKNOWLEDGE -> "new alerts in group";
      case RESOLVE -> "all alerts resolved";
    };
  }
}
