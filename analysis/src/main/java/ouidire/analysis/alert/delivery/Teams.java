package ouidire.analysis.alert.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ouidire.core.alert.Channel;

/** A Teams Workflows address: an adaptive card, well under its 28 KB. */
final class Teams implements Notifier {
  private static final int LONGEST_LINE = 1_000;

  private final Poster poster;
  private final String url;

  Teams(Channel channel, Poster poster) {
    this.poster = poster;
    url = Texts.required(channel, "url");
  }

  @Override
  public Delivery deliver(Message message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "message");
    ObjectNode attachment = body.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    ObjectNode card = attachment.putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    ArrayNode blocks = card.putArray("body");
    block(blocks, message.title()).put("weight", "bolder").put("size", "medium");
    message.lines().forEach(line -> block(blocks, line).put("spacing", "small"));
    ArrayNode actions = card.putArray("actions");
    open(actions, Words.acknowledge(message), message.acknowledge());
    open(actions, Words.open(message), message.page());
    return poster.post(url, Texts.bytes(body), Map.of());
  }

  private static ObjectNode block(ArrayNode blocks, String text) {
    return blocks
        .addObject()
        .put("type", "TextBlock")
        .put("text", Texts.cut(Texts.markdown(text), LONGEST_LINE))
        .put("wrap", true);
  }

  private static void open(ArrayNode actions, String title, @Nullable URI url) {
    if (url != null) {
      actions
          .addObject()
          .put("type", "Action.OpenUrl")
          .put("title", title)
          .put("url", url.toString());
    }
  }
}
