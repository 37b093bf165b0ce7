package ouidire.analysis.alert.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Alert;
import ouidire.core.alert.Channel;
import ouidire.core.alert.Dispatch;

/** A Mattermost incoming webhook, with an attachment and the priority of its own. */
final class Mattermost implements Notifier {
  private final Poster poster;
  private final String url;
  private final @Nullable String room;
  private final @Nullable String username;

  Mattermost(Channel channel, Poster poster) {
    this.poster = poster;
    url = Texts.required(channel, "url");
    room = channel.value("channel");
    username = channel.value("username");
  }

  @Override
  public Delivery deliver(Message message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("username", username == null ? "Ouïdire" : username);
    if (room != null) {
      body.put("channel", room);
    }
    if (message.severity() == Alert.Severity.CRISIS
        && message.action() == Dispatch.Action.TRIGGER) {
      body.putObject("priority").put("priority", "urgent");
    }
    ObjectNode card = body.putArray("attachments").addObject();
    card.put("fallback", message.title());
    card.put("color", color(message));
    card.put("title", message.title());
    URI page = message.page();
    if (page != null) {
      card.put("title_link", page.toString());
    }
    String text = message.lines().stream().map(Texts::markdown).collect(Collectors.joining("\n"));
    URI acknowledge = message.acknowledge();
    if (acknowledge != null) {
      text += "\n[" + Words.acknowledge(message) + "](" + acknowledge + ")";
    }
    card.put("text", text);
    return poster.post(url, Texts.bytes(body), Map.of());
  }

  private static String color(Message message) {
    if (message.resolved()) {
      return "#3d7a5a";
    }
    return switch (message.severity()) {
      case CRISIS -> "#c2410c";
      case WARNING -> "#b7791f";
      case WATCH -> "#4a6fa5";
    };
  }
}
