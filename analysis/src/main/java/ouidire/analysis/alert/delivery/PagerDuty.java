package ouidire.analysis.alert.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Dispatch;
import ouidire.core.alert.Signal;

/** PagerDuty Events API v2; one alert an incident, by its key. */
final class PagerDuty implements Notifier {
  private static final String ENQUEUE = "https://events.pagerduty.com/v2/enqueue";
  private static final int LONGEST_SUMMARY = 1_024;

  private final Poster poster;
  private final String url;
  private final String routingKey;

  PagerDuty(Channel channel, Poster poster) {
    this.poster = poster;
    String given = channel.value("url");
    url = given == null ? ENQUEUE : given;
    routingKey = Texts.required(channel, "routingKey");
  }

  @Override
  public Delivery deliver(Message message) {
    return poster.post(url, Texts.bytes(event(message)), Map.of());
  }

  private ObjectNode event(Message message) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("routing_key", routingKey);
    event.put(
        "event_action",
        switch (message.action()) {
          case TRIGGER, UPDATE, CHANNEL_DEAD -> "trigger";
          case ACKNOWLEDGE -> "acknowledge";
          case RESOLVE -> "resolve";
        });
    boolean own = message.action() == Dispatch.Action.CHANNEL_DEAD;
    String key = message.incident().key();
    event.put("dedup_key", own ? Texts.cut(key, 247) + ":channel" : key);
    if (message.action() != Dispatch.Action.ACKNOWLEDGE && !message.resolved()) {
      payload(event.putObject("payload"), message);
      event.put("client", "Ouïdire");
      URI page = message.page();
      if (page != null) {
        event.put("client_url", page.toString());
        event.putArray("links").addObject().put("href", page.toString()).put("text", "Ouïdire");
      }
    }
    return event;
  }

  private static void payload(ObjectNode payload, Message message) {
    Signal signal = message.incident().signal();
    payload.put("summary", Texts.cut(message.title(), LONGEST_SUMMARY));
    payload.put("source", "ouidire:" + message.workspace());
    payload.put("severity", severity(message.severity()));
    payload.put("timestamp", message.incident().startedAt().toString());
    payload.put("component", message.incident().brand());
    payload.put("group", message.workspace());
    payload.put("class", signal.kind());
    ObjectNode details = payload.putObject("custom_details");
    details.put("rule", message.ruleName());
    details.put("metric", signal.metric());
    details.put("observed", signal.observed());
    details.put("expected", signal.expected());
    details.put("text", String.join("\n", message.lines()));
  }

  private static String severity(Alert.Severity severity) {
    return switch (severity) {
      case CRISIS -> "critical";
      case WARNING -> "warning";
      case WATCH -> "info";
    };
  }

  @Override
  public String toString() {
    return "PagerDuty".toLowerCase(Locale.ROOT);
  }
}
