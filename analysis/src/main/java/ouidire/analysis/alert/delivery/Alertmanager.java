package ouidire.analysis.alert.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Dispatch;

/**
 * A client of Prometheus Alertmanager ({@code POST /api/v2/alerts}). An alert ends by itself after
 * {@link #LASTS} unless it is sent again, which the courier does while the incident goes on.
 */
final class Alertmanager implements Notifier {
  /** How often what goes on is said again. */
  static final Duration EVERY = Duration.ofMinutes(1);

  private static final Duration LASTS = EVERY.multipliedBy(4);

  private final Poster poster;
  private final String url;
  private final Map<String, String> headers;

  Alertmanager(Channel channel, Poster poster) {
    this.poster = poster;
    String base = Texts.required(channel, "url").replaceAll("/+$", "");
    url = base.endsWith("/api/v2/alerts") ? base : base + "/api/v2/alerts";
    headers = bearer(channel);
  }

  static Map<String, String> bearer(Channel channel) {
    String token = channel.value("token");
    return token == null ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }

  @Override
  public Delivery deliver(Message message) {
    if (message.action() == Dispatch.Action.ACKNOWLEDGE) {
      // It knows no acknowledgement; a silence is set there by those who want one.
      return new Delivery.Delivered();
    }
    Instant ended = message.incident().endedAt();
    Instant now = poster.clock().instant();
    Instant endsAt = message.resolved() ? (ended == null ? now : ended) : now.plus(LASTS);
    ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
    AlertmanagerLabels.fill(alerts.addObject(), message, endsAt);
    return poster.post(url, Texts.bytes(alerts), headers);
  }
}
